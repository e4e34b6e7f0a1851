/**
 * Things that customers and help centres call by different names. A pattern is matched against the message as `plainText`
 * writes it; what it matches may be said as any of the names. Names are lists separated by commas, the likeliest first.
 */
export interface RewordingRule {
  pattern: RegExp;
  names: readonly string[];
}

type Rules = readonly (readonly [pattern: RegExp, names: string])[];

const english: Rules = [
  [
    /\b(?:when|what time|until when|how late|what days?)\b.*\b(?:open|close|closed|closing|opening)\b(?: (?:on|at|today|tomorrow))*/,
    'opening hours, business hours, open',
  ],
  [
    /\b(?:opening|business|office|working|store|shop) (?:hours|times)\b|^hours$|^your hours$/,
    'opening hours, business hours, open',
  ],
  [/^(?:are|r) (?:you|u) (?:still )?open\b|^(?:are|r) (?:you|u) closed\b/, 'opening hours, open, closed'],
  [
    /\bwhere (?:are|r) (?:you|u)(?: guys)?(?: located| based)?\b|\bwhere (?:is|s) (?:your|the) (?:shop|store|office|company|place)\b|\bwhere can i find (?:you|your (?:shop|store|office))\b|\byour location\b/,
    'address, location, find us, located',
  ],
  [
    /\bhow (?:do|can) i get (?:to (?:you|the (?:shop|store|office)|your (?:shop|store|office))|there)\b|\bdirections?\b/,
    'address, how to find us, tram, bus',
  ],
  [
    /\b(?:talk|speak|chat) (?:to|with) (?:a |an |some)?(?:human|person|real person|agent|someone|somebody|one|representative|employee|advisor|operator|customer service|support)\b|\b(?:human|live|real) (?:agent|person|support|being)\b|\bcall (?:me|you)\b/,
    'contact us, contact, phone, support',
  ],
  [
    /\b(?:reach|contact|get in touch with|get hold of|write to|email|message|call) (?:you|u|someone|support|customer (?:support|service)|the (?:company|team)|somebody)\b|\bcustomer (?:support|service|care)\b/,
    'contact us, contact, reach us',
  ],
  [/\b(?:phone|telephone|contact|mobile) (?:number|no)\b|\bhotline\b|\btelephone\b/, 'phone, telephone, contact'],
  [/\b(?:your|ur) e ?mail(?: address)?\b/, 'contact, e mail'],
  [
    /\b(?:where (?:is|s|are)|wheres) my (?:order|parcel|package|delivery|shipment|stuff|things|items?|goods)\b|\bwhen (?:will|does|is) my (?:order|parcel|package|delivery|shipment|item)\b.*|\b(?:order|delivery|parcel|package) status\b|\bstatus of my (?:order|parcel|package|delivery)\b/,
    'track order, tracking, track parcel',
  ],
  [
    /\b(?:hasnt|has not|havent|have not|didnt|did not|not|never) (?:yet )?(?:arrived?|come|received?|got(?:ten)?|been delivered)\b(?: yet)?|\bnot here yet\b|\blost (?:parcel|package|order)\b/,
    'tracking, missing, track',
  ],
  [/\b(?:package|packages|shipment|parcel)\b/, 'parcel, package, order'],
  [
    /\b(?:ship|shipping|shipped|shipment|deliver|delivery|delivered|dispatch|postage)\b/,
    'delivery, shipping, deliver, ship',
  ],
  [/\b(?:broken|damaged|defective|faulty|cracked|crushed|smashed)\b/, 'damaged, defective, broken, repair'],
  [
    /\b(?:doesnt|does not|isnt|is not|stopped|not) (?:work|working)\b|\bmalfunction\w*\b/,
    'not work, repair, defective, problem',
  ],
  [/\b(?:my )?money back\b|\breimburse\w*\b|\brefunds?\b/, 'refund, money back'],
  [/\b(?:send|sending|bring|give|take|ship) (?:\w+ ){0,3}back\b/, 'return, send back'],
  [/\b(?:exchange|swap)\b/, 'exchange, return'],
  [/\b(?:return|returns|returning)\b/, 'return, send back'],
  [
    /\b(?:cannot|cant|can not|couldnt|unable to|not able to) (?:log ?in|sign ?in|log on|access my account|get into my account)(?: to my account)?\b|\b(?:log ?in|sign ?in|login) (?:problem|problems|issue|issues|error|fails|failed|trouble|not working|doesnt work)\b|\blocked out\b|\btrouble (?:logging|signing) in\b/,
    'cannot sign in, cannot log in, reset password, sign in',
  ],
  [/\b(?:log ?in|log on|sign ?in|login|logging in|signing in)\b/, 'sign in, log in, login'],
  [/\b(?:pw|pwd|passwd|passcode|passwort)\b/, 'password'],
  [
    /\b(?:lost|forgotten|forgot|dont remember|cant remember|do not remember) (?:my )?(?:password|pw|pwd)\b/,
    'forgot password, reset password',
  ],
  [
    /\b(?:close|remove|cancel|deactivate|erase|terminate|get rid of|unregister) (?:my |the |an )?(?:account|profile)\b/,
    'delete account, close account, account',
  ],
  [
    /\b(?:remove|erase|wipe|delete) (?:\w+ ){0,2}(?:data|information)\b/,
    'delete data, erase personal data, erase data',
  ],
  [
    /\bgdpr\b|\bdata (?:protection|privacy|security|safety)\b|\bprivacy(?: policy)?\b|\b(?:data|information) (?:\w+ )?(?:safe|secure|private)\b/,
    'personal data, data protection, privacy, gdpr',
  ],
  [
    /\b(?:sign ?up|register|create an account|open an account|make an account|registration)\b/,
    'create account, register, sign up',
  ],
  [/\b(?:price|prices|pricing|cost|costs|fee|fees|rate|rates|charge|charges)\b/, 'costs, price, fee'],
  [/\bhow (?:much|expensive)\b(?: (?:is|are|does|do|for))?/, 'costs, price'],
  [
    /\b(?:promo|promotion|promotional|coupon|voucher|discount)(?: codes?)?\b|\b(?:coupons|vouchers|discounts|deals|special offers?|promotions)\b/,
    'discount code, discount, voucher, coupon',
  ],
  [/\bgift (?:card|cards|voucher|vouchers|certificate|certificates)\b/, 'gift card, gift voucher, voucher'],
  [/\b(?:receipt|receipts|bill|bills|billing)\b/, 'invoice, receipt, bill'],
  [/\b(?:credit cards?|debit cards?|cards?)\b(?! (?:number|holder))/, 'visa, mastercard, payment methods'],
  [/\b(?:bitcoin|crypto|ethereum|cryptocurrency)\b/, 'cryptocurrencies, bitcoin'],
  [
    /\b(?:payment (?:methods?|options?)|ways to pay|how (?:can|do) i pay|forms of payment)\b/,
    'payment methods, pay, accept',
  ],
  [
    /\b(?:cancel|stop|end|terminate|quit|unsubscribe from) (?:my |the |a )?(?:subscription|plan|membership|contract)\b/,
    'cancel subscription, cancel contract, cancel',
  ],
  [/\b(?:plans?|tariffs?|packages)\b/, 'plan, subscription, price'],
  [
    /(?<=\b(?:ship|ships|shipping|deliver|delivery|send|order|orders)\b.*)\b(?:usa|us|america|united states|canada|australia|abroad|overseas|internationally|worldwide|foreign countries)\b|\binternational(?:ly)?(?= (?:shipping|delivery|orders?))/,
    'countries, abroad, international',
  ],
  [
    /(?<=\b(?:ship|ships|shipping|deliver|delivery|send|order|orders)\b.*)\b(?:france|spain|italy|austria|netherlands|belgium|poland|sweden|denmark|portugal|greece|ireland|finland)\b/,
    'european union, countries, europe',
  ],
  [/\b(?:guarantee|warranty)\b/, 'warranty, guarantee'],
  [
    /\b(?:vacanc(?:y|ies)|hiring|hire|careers?|work for you|job openings?|apply|jobs?)\b/,
    'jobs, application, career, vacancies',
  ],
  [/\b(?:student|students|pupils?)\b/, 'students, student'],
  [/\b(?:kids?|children|child)\b/, 'children, kids'],
  [/\b(?:pets?|dogs?|cats?)\b/, 'dogs, pets'],
  [/\b(?:stay fresh|expire|expires|expiry|go bad|shelf life|best before)\b/, 'keeps, fresh, valid, expire, store'],
  [/\b(?:valid|expire|expires|expiry)\b/, 'valid, expire'],
  [/\b(?:decaf|caffeine free)\b/, 'decaffeinated, decaf'],
  [/\b(?:allerg(?:y|ies|ic|en|ens))\b/, 'allergens, allergies'],
  [/\b(?:a human|human being)\b/, 'contact us, contact'],
  [/\b(?:owner|founder)\b/, 'founded, owner, founder'],
  [/\b(?:the|your) (?:company|business|firm)\b/, 'company, founded, we'],
  [/\b(?:restaurants?|cafes?|companies|businesses|b2b|resellers?|offices?|bulk)\b/, 'businesses, wholesale, resellers'],
  [/\b(?:languages?)\b/, 'language, languages'],
  [/\b(?:mail|email|emails|e mails|mails)\b/, 'e mail, email'],
  [/\b(?:how fast|how quickly|how soon)\b/, 'within, how fast'],
  [/\b(?:liter|liters|litre|litres)\b/, 'litre, liter'],
  [/\b(?:grey|gray)\b/, 'grey, gray'],
  [/\b(?:update|edit|modify|amend|alter)\b/, 'change, update, edit'],
  [/\bpark(?:ing)? (?:my |a |the )?(?:car|vehicle|bike)\b/, 'park, parking'],
  [/\b(?:items?|products?|articles?|goods)\b/, 'item, product, order, goods'],
  [/\b(?:purchase|buy|purchased|bought)\b/, 'order, buy'],
];

const german: Rules = [
  [
    /\b(?:wann|bis wann|um wie ?viel uhr|wie lange)\b.*\b(?:geoffnet|offen|auf|zu|geschlossen|offnet|schliesst|offnen|schliessen|macht)\b(?: (?:auf|zu))?/,
    'offnungszeiten, geoffnet',
  ],
  [/\b(?:geschaftszeiten|offnungszeit|ladenzeiten)\b/, 'offnungszeiten, geoffnet'],
  [
    /\bwo (?:seid ihr|sind sie|finde ich (?:euch|sie)|ist (?:der laden|das geschaft|ihr geschaft|euer laden))\b/,
    'adresse, anfahrt, standort',
  ],
  [
    /\b(?:erreichen|kontaktieren|ansprechpartner|kundenservice|kundendienst|mit (?:einem|jemandem?|nem) (?:menschen|mitarbeiter)? ?(?:sprechen|reden))\b|\bmit jemandem sprechen\b/,
    'kontakt, erreichen, telefon',
  ],
  [/\b(?:telefonnummer|rufnummer|hotline|anrufen)\b/, 'telefon, kontakt'],
  [
    /\bwo (?:ist|bleibt) (?:mein|meine) (?:bestellung|paket|lieferung|sendung|ware)\b/,
    'sendung verfolgen, sendungsverfolgung, bestellung verfolgen',
  ],
  [
    /\b(?:versand|lieferung|liefern|versenden|verschicken|zustellung|versandkosten|lieferkosten)\b/,
    'lieferung, versand, liefern, versandkosten',
  ],
  [/\b(?:preis|preise|kosten|kostet|gebuhr|gebuhren)\b|\bwie teuer\b/, 'kosten, preis, gebuhr'],
  [/\b(?:geld zuruck|erstattung|ruckerstattung|geld wieder)\b/, 'erstattung, ruckerstattung, erstatten'],
  [
    /\b(?:zuruckgeben|zuruckschicken|zurucksenden|retoure|ruckgabe|umtauschen|umtausch|rucksendung)\b/,
    'ruckgabe, zuruckgeben, rucksendung, umtausch',
  ],
  [/\b(?:kaputt|defekt|beschadigt)\b/, 'beschadigt, defekt, kaputt'],
  [/\b(?:einloggen|anmelden|login|einwahlen)\b/, 'anmelden, einloggen, login'],
  [/\b(?:konto|account|profil) (?:loschen|schliessen|entfernen|kundigen)\b/, 'konto loschen, konto'],
  [/\b(?:datenschutz|dsgvo|privatsphare)\b/, 'datenschutz, personenbezogene daten, daten'],
  [/\b(?:rabatt|rabattcode|gutschein|gutscheincode|rabatte)\b/, 'rabatt, gutschein'],
  [/\b(?:rechnung|quittung|beleg)\b/, 'rechnung, beleg'],
  [/\b(?:bezahlen|zahlen|zahlungsmethoden|zahlungsarten|zahlung|zahlungsmittel)\b/, 'zahlung, bezahlen, zahlungsarten'],
  [/\b(?:kundigen|kundigung|abbestellen)\b/, 'kundigen, abo, abbestellen'],
  [/\b(?:abo|abonnement)\b/, 'abo, abonnement'],
  [/\b(?:stornieren|abbrechen)\b/, 'stornieren, abbestellen'],
  [/\b(?:andern|wechseln|aktualisieren)\b/, 'andern, wechseln'],
  [/\b(?:parken|parkplatz|parkplatze)\b/, 'parken, parkplatz'],
  [/\b(?:stellen|stelle|karriere|bewerbung|bewerben|jobs?)\b/, 'jobs, bewerbung, stelle'],
];

const french: Rules = [
  [
    /\b(?:quand|a quelle heure)\b.*\b(?:ouvert|ouverts|ouvrez|ferme|fermez|fermes)\b|\bheures douverture\b/,
    'horaires, ouvert',
  ],
  [/\bou (?:etes vous|se trouve|vous trouvez vous)\b.*/, 'adresse, situe'],
  [/\b(?:joindre|contacter|parler a|appeler)\b/, 'contact, telephone'],
  [/\b(?:expedition|envoi|livraison|livrez|livrer|frais de port)\b/, 'livraison, expedition'],
  [/\b(?:prix|tarif|tarifs|cout|couts|coute|coutent)\b/, 'prix, coute, tarif'],
  [/\b(?:rembourser|remboursement|rembourse)\b/, 'remboursement, rembourser'],
  [/\b(?:renvoyer|retourner|retour)\b/, 'retour, retourner'],
  [/\b(?:payer|paiement|regler)\b/, 'paiement, payer'],
  [/\b(?:supprimer|fermer) (?:mon |le )?compte\b/, 'supprimer compte, compte'],
];

const spanish: Rules = [
  [
    /\b(?:cuando|a que hora)\b.*\b(?:abren|abre|abierto|abiertos|cierran|cierra)\b|\bhoras de apertura\b/,
    'horario, abierto',
  ],
  [/\bdonde (?:estan|esta|queda|se encuentran)\b.*/, 'direccion, ubicacion'],
  [/\b(?:contactar|hablar con|llamar|comunicarme)\b/, 'contacto, telefono'],
  [/\b(?:envio|envios|entrega|enviar|entregan|envian)\b/, 'entrega, envio'],
  [/\b(?:precio|precios|cuesta|cuestan|coste|costo|tarifa|vale)\b/, 'precio, cuesta'],
  [/\b(?:reembolso|devolucion|devolver|devuelven)\b/, 'devolucion, reembolso'],
  [/\b(?:pagar|pago|pagos)\b/, 'pago, pagar'],
  [/\b(?:eliminar|borrar|cerrar) (?:mi |la )?cuenta\b/, 'eliminar cuenta, cuenta'],
];

export const rewordingRules: Readonly<Record<string, readonly RewordingRule[]>> = {
  en: readRules(english),
  de: readRules(german),
  fr: readRules(french),
  es: readRules(spanish),
};

function readRules(rules: Rules): RewordingRule[] {
  return rules.map(([pattern, names]) => ({ pattern, names: names.split(',').map((name) => name.trim()) }));
}
