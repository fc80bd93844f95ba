/** Words written with a final full stop that does not end a sentence by itself. */

/** Titles and other words that always lead on to a name or a figure. */
export const LEADING: ReadonlySet<string> = new Set(
  (
    "mr mrs ms dr prof gen lt col maj capt cmdr adm brig sgt cpl pvt sen rep reps sens gov rev hon pres supt amb " +
    "st fr sr no nos vol vols fig figs pp art arts para paras sec ch op cf vs v mt ft e.g i.e al ed eds rt messrs mlle mme"
  ).split(" "),
);

/** Words that may stand anywhere, at the end of a sentence too. */
export const OTHER: ReadonlySet<string> = new Set(
  (
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun inc ltd co corp bros jr etc " +
    "ph.d a.m p.m u.s u.n u.k e.u d.c approx dept est ext min max ave blvd rd univ assn govt intl natl ala ariz ark calif colo " +
    "conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo " +
    "ca esp incl lb lbs oz yr yrs hr hrs mins sq tel attn ps p.s a.k.a b.c a.d n.y l.a m.d b.a m.a r.i n.j n.h n.c s.c"
  ).split(" "),
);
