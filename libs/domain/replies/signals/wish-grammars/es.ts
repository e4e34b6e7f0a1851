import type { WishGrammar } from '../wish-grammar';

export const spanish: WishGrammar = {
  human:
    '(?:(?:una?|algun[a]?|el|la|tus|sus) )?(?:(?:{kind}) )*(?:humanos?|ser humano|{staff}s?)(?! (?:inmobiliari[oa]|de (?:viajes|bolsa|seguros)|comercial|fiscal|legal|financiero)(?= )){after}|(?:una|alguna|otra) (?:(?:{kind}) )*persona{after}|personas? (?:real|reales|humanas?|de verdad)',
  someone:
    'alguien(?: (?:real|humano|de verdad|mas|de (?:su|tu|vuestro) equipo|de soporte))?|(?:un|una|el|la|su|tu|algun|alguna) (?:(?:{kind}) )*(?:encargad[oa]|supervisora?|gerente|responsable|companer[oa]|tecnico|especialista|jefe|miembro del equipo)|(?:el |la )?(?:atencion al cliente|servicio al cliente|servicio de atencion al cliente|soporte(?: tecnico)?)',
  parts: {
    kind: 'verdader[oa]|otr[oa]|autentic[oa]|buen[oa]?',
    after:
      '(?: (?:real|reales|human[oa]s?|de verdad|fisic[oa]|en vivo|de carne y hueso|de atencion al cliente|de soporte|en linea))*',
    staff: 'agente|operador[a]?|asesor[a]?|representante|ejecutiv[oa]|teleoperador[a]?|empleado',
    adverb:
      'solo|ya|realmente|ahora|por favor|urgentemente|directamente|de verdad|mejor|simplemente|tambien|urgente|inmediatamente',
    adverbs: '(?: (?:{adverb}))*',
    talk: '(?:hablar|chatear|conversar|comunicarme|contactar|contactarme|platicar|charlar|hablarle|ponerme en contacto)(?: directamente)? (?:con|a)|que me (?:comuniquen|pasen|atienda|transfieran|pongan)(?: con| a)?',
    want: '(?:quiero|quisiera|necesito|me gustaria|deseo|prefiero|exijo|debo|tengo que|querria|quiere|preferiria|queria|estoy intentando|intento)',
    end: '(?= (?:$|por favor|ya|ahora|y|no|aqui|que (?:me|pueda)|para (?:que|hablar|ayudarme)|porfa|porfavor|de inmediato|inmediatamente))',
    pass: '(?:comunicar|pasar|transferir|conectar|poner en contacto|derivar|comunicarme|pasarme|transferirme|conectarme|ponerme|ponerme en contacto|derivarme) (?:con|a) (?:{person})',
  },
  sentences: [
    '(?:{want}){adverbs} (?:{talk}) (?:{person})',
    '(?:{want}){adverbs} (?:ayuda|atencion|asistencia) (?:humana|de una persona){end}',
    '(?:{want}|dame|deme|pasame){adverbs} (?:{human}){end}',
    '(?:puedo|podria|podemos|se puede|es posible|hay (?:alguna )?(?:forma|manera|posibilidad) de|seria posible|puedo yo|podria yo){adverbs} (?:{talk}) (?:{person})',
    '(?:(?:me )?(?:puede|puedes|podria|podrias|pueden|podeis)(?: usted)?){adverbs}(?: por favor)? {pass}',
    '(?:comunicame|comuniqueme|comuniquenme|pasame|paseme|pasenme|conectame|conecteme|transfiereme|transfierame|derivame|deriveme|ponme|pongame|ponme en contacto|pongame en contacto){adverbs} (?:con|a) (?:{person})',
    '(?:dejame|dejeme) (?:{talk}) (?:{person})',
    'hay (?:{person})(?: (?:ahi|aqui|disponible))? con (?:quien|la que|el que) (?:pueda|puedo|podria) (?:hablar|chatear)',
    'hay (?:algun |alguna |un )?(?:{human}) disponible',
    '(?:{person}) (?:me )?(?:puede|podria) (?:llamar|llamarme|contactarme|contactar)',
    '(?:puede|podria) llamarme (?:{person})',
    'que me llame (?:{person})',
    '(?:como|donde) (?:puedo|hago para|se puede) (?:hablar|contactar|chatear) con (?:{person})',
    'por que no puedo (?:{talk}) (?:{person})',
    'no quiero (?:hablar|chatear|tratar) con (?:una?|este|esta|el|la|tu|su) (?:robot|bot|maquina|chatbot|ordenador|computadora|ia)',
  ],
  openings: [
    '(?:hablar|chatear|contactar) (?:con|a) (?:{person})',
    '(?:pasar|transferir|conectar|comunicar|comunicarme) (?:con|a) (?:{human})',
  ],
  alone: [
    '(?:una? )?(?:humano|ser humano|agente|operador[a]?|asesor[a]?|representante)(?: real| humano| en vivo)?',
    '(?:una )?persona (?:real|de verdad|humana|fisica)',
    '(?:atencion|ayuda|asistencia) (?:humana|personal)',
    'llamame|llamenme',
  ],
  courtesies:
    'por favor|porfavor|porfa|hola|gracias|ok|no|si|ya|ahora|y|pero|entonces|buenas|buenos dias|de inmediato|mejor',
  forbiddenBefore:
    'si|cuando|quien|que pasa|que significa|cual|cuales|por que|antes de|despues de|sin|en vez de|en lugar de|clientes|usuarios|visitantes|ellos|el cliente|dice|significa|boton|traduce',
  forbiddenRightBefore: '(?:no|nunca|tampoco|que|sin)',
};
