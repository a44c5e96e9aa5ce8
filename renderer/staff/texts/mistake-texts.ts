/** What is said of mistakes and how they are put right. */
export const mistakeIndonesian = {
  'takeBack.finished': '{{number}} selesai {{time}}.',
  'takeBack.no_show': '{{number}} dicatat tidak hadir {{time}}.',
  'takeBack.title': 'Baru saja selesai, bisa diurungkan',
  takeBack: 'Urungkan',
  'takeBack.number': 'Urungkan {{number}}',
  'busy.takeBack': 'Mengurungkan…',
  'said.takeBack': '{{number}} kembali ke loket ini.',
  'said.takeBackToLine': '{{number}} menunggu di urutan paling depan.',
  'shortcut.takeBack': 'Urungkan yang terakhir',
  'why.nothingToTakeBack': 'Tidak ada yang bisa diurungkan, atau waktunya sudah habis.',
} as const;

export const mistakeEnglish: Readonly<Record<keyof typeof mistakeIndonesian, string>> = {
  'takeBack.finished': '{{number}} finished at {{time}}.',
  'takeBack.no_show': '{{number}} recorded as a no-show at {{time}}.',
  'takeBack.title': 'Ended just now, can be taken back',
  takeBack: 'Take back',
  'takeBack.number': 'Take back {{number}}',
  'busy.takeBack': 'Taking back…',
  'said.takeBack': '{{number}} is at this desk again.',
  'said.takeBackToLine': '{{number}} waits at the front.',
  'shortcut.takeBack': 'Take the last back',
  'why.nothingToTakeBack': 'There is nothing to take back, or its time is over.',
};
