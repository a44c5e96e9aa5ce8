/**
 * What stands in a page's place until its script has drawn something: shown after a while, by the style sheet alone,
 * so that it is there whatever keeps the script from running: a browser too old to read it, scripts that are switched
 * off, a file that did not come. React takes it away with its first drawing.
 */
export function cannotRunHtml(surface: string): string {
  const words = surface === 'display' ? ofScreens : ofPeople;
  const said = words.map(
    ({ language, title, wait, steps }) =>
      `<section lang="${language}"><h1>${title}</h1><p>${wait}</p><ul>${steps.map((step) => `<li>${step}</li>`).join('')}</ul></section>`,
  );
  const style = (text: string) => `<style nonce="CSP_NONCE">${text}</style>`;
  return `<div class="antre-cannot-run">${style(look)}${said.join('')}</div><noscript>${style(atOnce)}</noscript>`;
}

// Words of the oldest browsers: no custom property, no gap, nothing nested. Whoever moves little still has it shown.
const look = `
.antre-cannot-run { position: absolute; top: 0; left: 0; right: 0; min-height: 100%; box-sizing: border-box; padding: 6vh 6vw; background: #063b34; color: #fff; font: 18px/1.5 system-ui, "Segoe UI", Roboto, sans-serif; font-size: calc(8px + 0.7vw + 0.7vh); visibility: hidden; animation: antre-cannot-run 1ms linear 8s forwards !important; }
.antre-cannot-run section { max-width: 48em; margin: 0 0 1.6em; }
.antre-cannot-run section + section { border-top: 1px solid #d6e4de; padding-top: 1.2em; font-size: 0.8em; font-size: max(0.8em, 15px); }
.antre-cannot-run h1 { margin: 0; font-size: 1.6em; line-height: 1.2; }
.antre-cannot-run p { margin: 0.5em 0; }
.antre-cannot-run ul { margin: 0; padding: 0 0 0 1.2em; }
@keyframes antre-cannot-run { to { visibility: visible; } }`;
const atOnce = '.antre-cannot-run { visibility: visible !important; animation: none !important; }';

interface Words {
  readonly language: string;
  readonly title: string;
  readonly wait: string;
  readonly steps: readonly string[];
}

const ofPeople: readonly Words[] = [
  {
    language: 'id',
    title: 'Halaman ini belum tampil',
    wait: 'Tunggu sebentar. Kalau tulisan ini tetap ada:',
    steps: [
      'Perbarui peramban (browser), atau buka dengan Chrome, Edge, atau Firefox yang baru: Chrome 92 (tahun 2021) atau sesudahnya.',
      'Pastikan JavaScript tidak dimatikan, lalu muat ulang halaman ini.',
      'Masih sama? Tanyakan kepada petugas.',
    ],
  },
  {
    language: 'en',
    title: 'This page has not come up yet',
    wait: 'Please wait a moment. If these words stay:',
    steps: [
      'Update the browser, or use a recent Chrome, Edge or Firefox: Chrome 92 (of 2021) or later.',
      'See that JavaScript is not switched off, then load this page again.',
      'Still the same? Please ask an officer.',
    ],
  },
  {
    language: 'jv',
    title: 'Kaca menika dereng ketingal',
    wait: 'Mangga dipunentosi sekedhap. Menawi seratan menika taksih wonten:',
    steps: [
      'Peramban (browser) dipunenggalaken, utawi ngginakaken Chrome, Edge, utawi Firefox ingkang enggal: Chrome 92 (taun 2021) utawi salajengipun.',
      'JavaScript sampun ngantos dipunpejahi, lajeng kaca menika dipunbikak malih.',
      'Taksih sami? Mangga nyuwun pirsa dhateng petugas.',
    ],
  },
];

const ofScreens: readonly Words[] = [
  {
    language: 'id',
    title: 'Layar antrean belum tampil',
    wait: 'Tunggu sebentar. Kalau tulisan ini tetap ada, peramban (browser) TV ini sudah terlalu tua:',
    steps: [
      'Perbarui perangkat lunak TV. Perambannya harus Chromium 85 (tahun 2020) atau sesudahnya.',
      'Atau sambungkan komputer kecil atau TV box baru ke TV ini, lalu buka alamat yang sama dengan Chrome.',
      'Daftar TV yang cocok tertulis di panduan perangkat.',
    ],
  },
  {
    language: 'en',
    title: 'The queue screen has not come up yet',
    wait: 'Please wait a moment. If these words stay, the browser of this TV is too old:',
    steps: [
      'Update the software of the TV. Its browser has to be Chromium 85 (of 2020) or later.',
      'Or connect a small computer or a recent TV box, and open the same address there with Chrome.',
    ],
  },
  {
    language: 'jv',
    title: 'Layar antrian dereng ketingal',
    wait: 'Mangga dipunentosi sekedhap. Menawi seratan menika taksih wonten, peramban TV menika sampun lami sanget:',
    steps: [
      'Piranti lunak TV dipunenggalaken. Perambanipun kedah Chromium 85 (taun 2020) utawi salajengipun.',
      'Utawi TV menika dipunsambung kaliyan komputer alit utawi TV box enggal, lajeng alamat ingkang sami dipunbikak mawi Chrome.',
    ],
  },
];
