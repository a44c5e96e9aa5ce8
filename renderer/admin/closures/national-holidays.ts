/**
 * National holidays and days of collective leave, as lists that the calendar imports: an admin reads and mends them
 * first, since a hall may stay open on collective leave.
 *
 * 2026: joint decree (SKB) of the Ministers of Religious Affairs, Manpower and Administrative Reform 1497/2025, 2/2025
 * and 5/2025.
 * 2027: no decree was at hand. Days fixed by law or by Easter are certain; the others are reckoned ahead by the lunar
 * calendars and say so: check them when the decree is out.
 */
export const nationalHolidays: Readonly<
  Record<number, { readonly certain: boolean; readonly list: string }>
> = {
  2026: {
    certain: true,
    list: `2026-01-01; Tahun Baru 2026 Masehi; New Year's Day
2026-01-16; Isra Mikraj Nabi Muhammad SAW; Ascension of the Prophet Muhammad
2026-02-16; Cuti bersama Tahun Baru Imlek; Collective leave, Lunar New Year
2026-02-17; Tahun Baru Imlek 2577 Kongzili; Lunar New Year
2026-03-18; Cuti bersama Hari Suci Nyepi; Collective leave, Nyepi
2026-03-19; Hari Suci Nyepi, Tahun Baru Saka 1948; Nyepi, Day of Silence
2026-03-20; Cuti bersama Idulfitri; Collective leave, Eid al-Fitr
2026-03-21; Idulfitri 1447 Hijriah; Eid al-Fitr
2026-03-22; Idulfitri 1447 Hijriah; Eid al-Fitr
2026-03-23; Cuti bersama Idulfitri; Collective leave, Eid al-Fitr
2026-03-24; Cuti bersama Idulfitri; Collective leave, Eid al-Fitr
2026-04-03; Wafat Yesus Kristus; Good Friday
2026-04-05; Kebangkitan Yesus Kristus (Paskah); Easter Sunday
2026-05-01; Hari Buruh Internasional; Labour Day
2026-05-14; Kenaikan Yesus Kristus; Ascension Day
2026-05-15; Cuti bersama Kenaikan Yesus Kristus; Collective leave, Ascension Day
2026-05-27; Iduladha 1447 Hijriah; Eid al-Adha
2026-05-28; Cuti bersama Iduladha; Collective leave, Eid al-Adha
2026-05-31; Hari Raya Waisak 2570 BE; Vesak Day
2026-06-01; Hari Lahir Pancasila; Pancasila Day
2026-06-16; Tahun Baru Islam 1448 Hijriah; Islamic New Year
2026-08-17; Hari Kemerdekaan; Independence Day
2026-08-25; Maulid Nabi Muhammad SAW; Birthday of the Prophet Muhammad
2026-12-24; Cuti bersama Natal; Collective leave, Christmas
2026-12-25; Kelahiran Yesus Kristus (Natal); Christmas Day`,
  },
  2027: {
    certain: false,
    list: `2027-01-01; Tahun Baru 2027 Masehi; New Year's Day
2027-01-05; Isra Mikraj Nabi Muhammad SAW (perkiraan); Ascension of the Prophet Muhammad (estimate)
2027-02-06; Tahun Baru Imlek 2578 Kongzili; Lunar New Year
2027-03-08; Hari Suci Nyepi, Tahun Baru Saka 1949 (perkiraan); Nyepi, Day of Silence (estimate)
2027-03-10; Idulfitri 1448 Hijriah (perkiraan); Eid al-Fitr (estimate)
2027-03-11; Idulfitri 1448 Hijriah (perkiraan); Eid al-Fitr (estimate)
2027-03-26; Wafat Yesus Kristus; Good Friday
2027-03-28; Kebangkitan Yesus Kristus (Paskah); Easter Sunday
2027-05-01; Hari Buruh Internasional; Labour Day
2027-05-06; Kenaikan Yesus Kristus; Ascension Day
2027-05-17; Iduladha 1448 Hijriah (perkiraan); Eid al-Adha (estimate)
2027-05-20; Hari Raya Waisak 2571 BE (perkiraan); Vesak Day (estimate)
2027-06-01; Hari Lahir Pancasila; Pancasila Day
2027-06-06; Tahun Baru Islam 1449 Hijriah (perkiraan); Islamic New Year (estimate)
2027-08-15; Maulid Nabi Muhammad SAW (perkiraan); Birthday of the Prophet Muhammad (estimate)
2027-08-17; Hari Kemerdekaan; Independence Day
2027-12-25; Kelahiran Yesus Kristus (Natal); Christmas Day`,
  },
};
