import type { WishGrammar } from '../wish-grammar';

export const italian: WishGrammar = {
  human:
    '(?:(?:un|una|uno|il|la|vostro|un vostro|un vero|una vera) )?(?:(?:{kind}) )*(?:umano|essere umano|unoperatrice|loperatore|{staff})(?! (?:immobiliare|di viaggio|di commercio|fiscale|finanziario)(?= )){after}|(?:una|unaltra|qualche) (?:(?:{kind}) )*persona{after}|persone (?:reali|vere|umane)',
  someone:
    'qualcuno(?: (?:di reale|di umano|di vero|del vostro team|altro|del supporto))?|(?:un|una|il|la|un vostro) (?:(?:{kind}) )*(?:responsabile|collega|dipendente|tecnico|supervisore|manager|specialista|esperto|capo)|(?:il )?(?:assistenza(?: clienti)?|servizio clienti|supporto(?: clienti| tecnico)?)|lassistenza(?: clienti)?',
  parts: {
    kind: 'ver[oa]|altr[oa]|real[ei]',
    after: '(?: (?:real[ei]|ver[oa]|uman[oa]|in carne e ossa|del servizio clienti|dal vivo|fisic[oa]))*',
    staff: 'operatore|operatrice|addett[oa]|agente|consulente|rappresentante|impiegat[oa]|incaricat[oa]',
    adverb:
      'solo|davvero|ora|subito|direttamente|per favore|urgentemente|semplicemente|anche|finalmente|adesso|proprio',
    adverbs: '(?: (?:{adverb}))*',
    talk: '(?:parlare|chattare|comunicare|discutere|conversare)(?: direttamente| dal vivo)? (?:con|a|ad)|(?:essere (?:mess[oa]|pass[oa]t[oa]|trasferit[oa]|collegat[oa])|mettermi) (?:in contatto )?(?:con|a|ad)|contattare',
    want: '(?:voglio|vorrei|ho bisogno di|devo|desidero|mi piacerebbe|preferisco|preferirei|pretendo di|chiedo di|esigo di|avrei bisogno di|volevo|vogliamo|sto cercando di|mi serve)',
    end: '(?= (?:$|per favore|ora|subito|e|non|qui|che (?:mi|possa)|adesso|grazie|al telefono|per (?:parlare|aiutarmi)))',
  },
  sentences: [
    '(?:{want}){adverbs} (?:{talk}) (?:{person})',
    '(?:{want}|voglio|dammi|mi dia|esigo|pretendo){adverbs} (?:{human}){end}',
    '(?:posso|potrei|si puo|e possibile|possiamo|ce (?:un )?modo (?:di|per)|sarebbe possibile){adverbs} (?:{talk}) (?:{person})',
    '(?:puo|puoi|potrebbe|potresti|potete|potreste)(?: per favore)? (?:passarmi|mettermi in contatto con|trasferirmi (?:a|ad)|collegarmi (?:con|a|ad)|farmi parlare con|inoltrarmi (?:a|ad)) (?:{person})',
    '(?:mi (?:puo|puoi|potrebbe|potresti)) (?:passare|mettere in contatto con|trasferire (?:a|ad)|collegare (?:con|a)|far parlare con) (?:{person})',
    '(?:passami|mi passi|mi passa|passatemi|mi passate) (?:{person}){end}',
    '(?:mettimi|mi metta|mettetemi|collegami|mi colleghi) (?:in contatto )?(?:con|a|ad) (?:{person})',
    '(?:fammi|mi faccia|fatemi|lasciami|mi lasci) parlare con (?:{person})',
    'ce (?:{person})(?: (?:li|qui))? con cui (?:posso|possa|potrei|poter|si puo) ?(?:parlare)?',
    'ce (?:{human}) (?:disponibile|online)',
    '(?:{person}) (?:mi )?(?:puo|potrebbe) (?:chiamarmi|richiamarmi|contattarmi|chiamare|richiamare|contattare)',
    '(?:puo|potrebbe) (?:chiamarmi|richiamarmi|contattarmi) (?:{person})',
    '(?:come|dove) (?:posso|faccio a|si fa a) parlare con (?:{person})',
    'perche non posso parlare con (?:{person})',
    'non voglio (?:parlare|chattare) con (?:una?|questo|questa|il|la) (?:robot|bot|macchina|chatbot|computer|ia)',
  ],
  openings: ['(?:parlare|chattare) con (?:{person})', '(?:contattare|trasferire a|passare a) (?:{human}){end}'],
  alone: [
    '(?:un |una )?(?:umano|essere umano|operatore|operatrice|agente)(?: reale| umano)?',
    '(?:una )?(?:vera )?persona (?:reale|vera|umana|in carne e ossa)',
    '(?:una )?vera persona',
    'assistenza umana|supporto umano',
    'richiamatemi|chiamatemi',
  ],
  courtesies: 'per favore|per piacere|ciao|salve|buongiorno|grazie|ok|no|si|ora|subito|e|ma|allora|adesso|perfavore',
  forbiddenBefore:
    'se|quando|chi|cosa succede|cosa significa|che cosa|quale|quali|perche|prima di|dopo|senza|invece di|clienti|utenti|visitatori|dice|significa|pulsante|traduci',
  forbiddenRightBefore: '(?:non|mai|senza)',
};
