/**
 * Words that carry a full stop without ending a sentence, lower case and without the last stop. Two kinds: those that
 * always lean on the next word ("Dr. Weiss", "no. 5"), and those that may also stand last ("etc.", "9 a.m.").
 */
const leaning = `mr mrs ms dr prof st mt rev hon gen col capt lt sgt gov sen rep pres vs cf approx no nos vol fig figs sec ch
  ed eds e.g i.e eg ie al ca resp incl excl ext tel
  hr fr frau z.b d.h u.a s.o s.u bzw evtl ggf inkl exkl max min mind nr str abs art kap zzgl bspw sog vgl geb
  m mme mlle av bd env p.ex c.-a-d
  sr sra srta dra ud uds pag av num p.ej tel
  sig sigg dott ing es pag ecc
  bijv dhr mevr blz d.w.z m.b.t i.v.m t.a.v o.a
  f.eks t.ex bl.a т.е т.к т.д г ул`;
const possiblyLast = `a.m p.m am pm etc inc ltd co corp jr u.s u.k u.s.a e.u dept est ave blvd rd hrs hr min sec usw etc ecc
  enz osv mfl jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun`;

export const leaningAbbreviations: ReadonlySet<string> = new Set(leaning.split(/\s+/));
export const closingAbbreviations: ReadonlySet<string> = new Set(possiblyLast.split(/\s+/));

/** Capitalised words that go on after "9 a.m.": a day, a month, a time zone. */
export const continuesTime =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|^(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|^[A-Z]{2,4}\b/i;
