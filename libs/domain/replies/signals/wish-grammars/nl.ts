import type { WishGrammar } from '../wish-grammar';

export const dutch: WishGrammar = {
  human:
    '(?:(?:een|n|de|jullie|uw) )?(?:(?:{kind}) )*(?:mens(?:en)?|{staff})(?! (?:rechten|handel)(?= ))|(?:een|n) (?:(?:{kind}) )*persoon',
  someone:
    'iemand(?: (?:anders|van (?:jullie|de klantenservice|het team|support)|echt|die))?|(?:een|de|jullie|uw) (?:(?:{kind}) )*(?:leidinggevende|manager|specialist|technicus|baas|expert)|(?:de |jullie )?(?:klantenservice|klantendienst|helpdesk|support|service ?desk)',
  parts: {
    kind: 'echte?|menselijke?|andere|levende?|werkelijke?|deskundige',
    staff:
      '(?:klantenservice ?|support ?|service ?)?medewerk(?:er|ster)s?|agent|adviseur|collega|operator|vertegenwoordiger|klantadviseur',
    adverb:
      'graag|nu|alleen|echt|gewoon|dringend|even|liever|direct|ook|eens|alsjeblieft|alstublieft|toch|meteen|persoonlijk|eindelijk|eerst|misschien',
    adverbs: '(?: (?:{adverb}))*',
    gap: '(?: (?!niet |nooit |geen )\\p{L}+){0,6}?',
    talk: 'spreken|praten|chatten|bellen|overleggen|doorverbonden worden|worden doorverbonden|contact',
    end: '(?= (?:$|nu|graag|alsjeblieft|alstublieft|aub|svp|en|niet|geen|nodig|hier|spreken|die mij|die me|aan de (?:lijn|telefoon)))',
  },
  sentences: [
    '(?:ik|we|wij){adverbs} (?:wil|willen|zou|moet|wilde|mag|heb){adverbs} (?:met )(?:{person}){gap} (?:{talk})',
    '(?:ik|we|wij){adverbs} (?:wil|willen|zou|moet|wilde){adverbs} (?:{person}){adverbs} spreken',
    '(?:ik|we|wij){adverbs} (?:wil|willen|zou|moet|wilde){adverbs} (?:spreken|praten|chatten) met (?:{person})',
    '(?:ik|we|wij){adverbs} (?:wil|willen|eis|heb|zou){adverbs} (?:{human}){end}',
    '(?:kan|mag|kunnen|zou) (?:ik|we|wij){adverbs} (?:met )(?:{person}){gap} (?:{talk})',
    '(?:kan|mag|kunnen|zou) (?:ik|we|wij){adverbs} (?:{person}){adverbs} spreken',
    '(?:kan|mag|kunnen) (?:ik|we|wij){adverbs} (?:praten|spreken|chatten) met (?:{person})',
    '(?:kunt u|kun je|kan je|wilt u|wil je|kan u|zou je|zou u) (?:mij|me|ons){adverbs} (?:doorverbinden (?:met|naar)|verbinden met|overzetten naar) (?:{person})',
    '(?:kunt u|kun je|kan je|wilt u|wil je) (?:mij|me|ons){adverbs} (?:met|naar) (?:{person}){adverbs} (?:doorverbinden|verbinden|overzetten)',
    '(?:verbind|verbindt|schakel|zet|stuur) (?:u )?(?:mij|me|ons){adverbs}(?: door| over)?{adverbs} (?:met|naar|aan) (?:{person})',
    '(?:geef|haal|roep|stuur)(?: (?:mij|me))?{adverbs} (?:{human}){end}',
    'laat (?:mij|me){adverbs} met (?:{person}){gap} (?:{talk})',
    '(?:is|zijn) er (?:{person})(?: (?:hier|daar))? (?:met wie|waarmee|die) (?:ik|we){adverbs} (?:kan|kunnen|zou kunnen) (?:praten|spreken|chatten)',
    'is er (?:{human}) (?:beschikbaar|bereikbaar|online)',
    'kan (?:{person}) (?:mij|me){adverbs} (?:bellen|terugbellen|contacteren)',
    '(?:hoe|waar) (?:kan|kom) ik{adverbs} (?:met|in contact met) (?:{human}){adverbs}(?: (?:praten|spreken|chatten)| ?$)',
    'waarom kan ik niet met (?:{person}) (?:praten|spreken)',
    'niet met (?:een|deze|dit|de|n) (?:stomme )?(?:robot|bot|computer|machine|chatbot) (?:praten|spreken|chatten)',
  ],
  openings: [
    'met (?:{person}){gap} (?:praten|spreken|chatten)',
    '(?:praten|spreken|chatten) met (?:{person})',
    '(?:medewerker|mens) (?:spreken|gevraagd|nodig)',
    '(?:doorverbinden|verbinden|overschakelen) (?:met|naar) (?:{person})',
  ],
  alone: [
    '(?:een )?(?:(?:{kind}) )*(?:mens|medewerker)',
    '(?:een )?(?:echt|echte|menselijk) (?:persoon|hulp)',
    'menselijke (?:hulp|ondersteuning)',
    'bel me(?: terug)?',
  ],
  courtesies:
    'graag|alsjeblieft|alstublieft|aub|svp|hallo|hoi|bedankt|ok|oke|nee|ja|nu|en|maar|dus|dan|meteen|dank u|gewoon',
  forbiddenBefore:
    'als|wanneer|wie|wat|welke?|waarom|of|voordat|nadat|zonder|zodra|in plaats van|klanten|gebruikers|bezoekers|ze|zij|hij|zegt|betekent|knop|vertaal',
  forbiddenRightBefore: '(?:niet|nooit|geen|dan)',
};
