/** What the list of findings says of the machine and its pages. */
export const findingIndonesian = {
  'findings.machine': 'Komputer Antre',
  'findings.clock': '{{detail}}',
  'findings.clock.held': 'jamnya berubah tiba-tiba dan belum diikuti balai; tekan “Periksa jam” di atas',
  'findings.clock.unknown':
    'jamnya tidak masuk akal, jadi balai belum berpindah tanggal; tekan “Periksa jam” di atas',
  'findings.clock.others': 'jamnya berbeda dari komputer lain di balai; tekan “Periksa jam” di atas',
  'findings.clock.ahead': 'balai memakai tanggal yang belum tiba; tekan “Periksa jam” di atas',
  'findings.disk_low':
    'sisa ruang penyimpanan {{detail}}; hapus berkas yang tidak diperlukan dari komputer itu, sebab bila penuh nomor tidak dapat diberikan',
  'findings.disk_full':
    'penyimpanan penuh, sisa {{detail}}; nomor tidak dapat diberikan. Hapus berkas yang tidak diperlukan dari komputer itu, atau panggil petugas teknis',
  'findings.restarted': 'Antre dinyalakan lagi dengan sendirinya: {{detail}}',
  'findings.restarted.hang': 'programnya macet',
  'findings.restarted.unanswered': 'servernya tidak menjawab',
  'findings.restarted.memory': 'memorinya terlalu penuh',
  'findings.restarted.crash': 'ada kesalahan yang tidak terduga',
  'findings.restarted.graphics': 'kartu grafisnya gagal',
  'findings.restarted.start': 'untuk sementara belum dapat dimulai',
  'findings.restarted.ended': 'programnya terhenti',
  'findings.page_fault': '{{detail}}, lalu dipulihkan',
  'findings.page_fault.drawing': 'gagal ditampilkan',
  'findings.page_fault.script': 'mengalami kesalahan',
  'findings.page_fault.hung': 'macet',
  'findings.page_fault.gone': 'terhenti',
  'findings.page_fault.blank': 'kosong',
  'findings.page.kiosk': 'Halaman kios',
  'findings.page.display': 'Layar lobi',
  'findings.page.staff': 'Halaman petugas',
  'findings.page.admin': 'Halaman admin',
  'findings.page.reports': 'Halaman laporan',
  'findings.page.phone': 'Halaman di ponsel',
  'findings.day_closing':
    '{{detail}} (sejak {{since}}). Antre mencoba lagi sendiri, dan hari lain tidak terganggu. {{advice}}',
  'findings.day_closing.sum':
    'angka hari itu belum dapat dijumlahkan, jadi laporan yang memuatnya mungkin belum tepat; nomornya tetap tersimpan',
  'findings.day_closing.measure':
    'ketepatan prakiraan tunggunya belum dapat dihitung; laporan lainnya tetap benar',
  'findings.day_closing.save': 'berkas laporannya belum dapat disimpan; laporan di layar tetap benar',
  'findings.day_closing.purge': 'data lamanya belum dapat dihapus; laporannya tetap benar',
  'findings.day_closing.advice':
    'Bila besok masih ada, buat dan unduh cadangan, lalu kirim catatan di bawah ini ke petugas teknis. Jangan memulihkan cadangan lama: nomor sesudahnya akan hilang',
  'findings.day_closing.folder':
    'Tutup berkas itu bila sedang dibuka dan periksa folder “reports” di folder data Antre; bila besok masih ada, kirim catatan di bawah ini ke petugas teknis',
  'findings.occurred': '{{count}} kali, terakhir {{when}}.',
  'findings.often': 'Sering terulang: beri tahu petugas teknis.',
  'findings.error': 'Untuk petugas teknis:',
};

export const findingEnglish: Record<keyof typeof findingIndonesian, string> & Record<string, string> = {
  'findings.machine': "Antre's computer",
  'findings.clock': '{{detail}}',
  'findings.clock.held':
    'its clock changed suddenly, and the hall does not follow it yet; press “Check the clock” above',
  'findings.clock.unknown':
    'its clock shows what cannot be, so the hall stays on its date; press “Check the clock” above',
  'findings.clock.others':
    'its clock differs from those of other computers of the hall; press “Check the clock” above',
  'findings.clock.ahead': 'the hall uses a date that has not come yet; press “Check the clock” above',
  'findings.disk_low':
    '{{detail}} of disk space left; delete files that nobody needs from that computer, since no numbers can be given once it is full',
  'findings.disk_full':
    'the disk is full, {{detail}} left; no numbers can be given. Delete files that nobody needs from that computer, or call the technician',
  'findings.restarted': 'Antre was started again by itself: {{detail}}',
  'findings.restarted.hang': 'it had stopped moving',
  'findings.restarted.unanswered': 'its server did not answer',
  'findings.restarted.memory': 'it took too much memory',
  'findings.restarted.crash': 'an unforeseen error',
  'findings.restarted.graphics': 'the graphics failed',
  'findings.restarted.start': 'it could not start for a while',
  'findings.restarted.ended': 'it had ended',
  'findings.page_fault': '{{detail}}, and was brought back',
  'findings.page_fault.drawing': 'could not be shown',
  'findings.page_fault.script': 'had an error',
  'findings.page_fault.hung': 'stopped moving',
  'findings.page_fault.gone': 'ended',
  'findings.page_fault.blank': 'was blank',
  'findings.page.kiosk': "Kiosk's page",
  'findings.page.display': 'Lobby screen',
  'findings.page.staff': "Officers' page",
  'findings.page.admin': "Admins' page",
  'findings.page.reports': "Reports' page",
  'findings.page.phone': 'Page on a phone',
  'findings.day_closing':
    '{{detail}} (since {{since}}). Antre tries again by itself, and other days go on. {{advice}}',
  'findings.day_closing.sum':
    'its figures can’t be summed yet, so reports with this day may not be right; its numbers are kept',
  'findings.day_closing.measure':
    'how well its estimated waits held can’t be counted yet; all other reports are right',
  'findings.day_closing.save': 'its report’s file can’t be saved yet; the reports on the screen are right',
  'findings.day_closing.purge': 'its old data can’t be removed yet; its reports are right',
  'findings.day_closing.advice':
    'If this is still here tomorrow, make and download a backup, and send the note below to the technician. Don’t restore an old backup: what came after it would be lost',
  'findings.day_closing.folder':
    'Close that file if it is open, and look at the folder “reports” in the data folder of Antre; if this is still here tomorrow, send the note below to the technician',
  'findings.occurred': '{{count}} times, last {{when}}.',
  'findings.occurred_one': 'Once, {{when}}.',
  'findings.often': 'It keeps happening: tell the technician.',
  'findings.error': 'For the technician:',
};
