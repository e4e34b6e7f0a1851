import type { WishGrammar } from '../wish-grammar';

export const portuguese: WishGrammar = {
  human:
    '(?:(?:um|uma|o|a|algum|alguma|seu|vosso) )?(?:(?:{kind}) )*(?:humano|ser humano|{staff})(?! (?:imobiliari[oa]|de (?:viagens|seguros)|fiscal|financeiro)(?= )){after}|(?:uma|alguma|outra) (?:(?:{kind}) )*pessoa{after}|pessoas? (?:real|reais|de verdade|humanas?)',
  someone:
    'alguem(?: (?:real|de verdade|humano|mais|da (?:sua|vossa) equipa?e?|do suporte))?|(?:um|uma|o|a|seu) (?:(?:{kind}) )*(?:gerente|supervisora?|responsavel|tecnico|especialista|chefe|colega)|(?:o |a )?(?:atendimento(?: humano| ao cliente)?|apoio ao cliente|suporte(?: tecnico)?|sac|equipa de apoio)',
  parts: {
    kind: 'verdadeir[oa]|outr[oa]|real',
    after: '(?: (?:real|reais|human[oa]s?|de verdade|a serio|de carne e osso|do suporte|ao vivo|do atendimento))*',
    staff:
      'atendente|agente|operador[a]?|representante|funcionari[oa]|colaborador[a]?|consultor[a]?|assistente human[oa]',
    adverb: 'so|mesmo|agora|por favor|urgente|urgentemente|diretamente|apenas|muito|simplesmente|tambem|ja',
    adverbs: '(?: (?:{adverb}))*',
    talk: '(?:falar|conversar|contactar|contatar|entrar em (?:contato|contacto)|teclar)(?: diretamente)? (?:com|a)|ser (?:atendid[oa]|transferid[oa]) (?:por|para)',
    want: '(?:quero|queria|gostaria de|preciso de|preciso|desejo|prefiro|tenho que|tenho de|exijo|gostava de|queremos|precisava de|estou tentando|prefiro)',
    end: '(?= (?:$|por favor|agora|ja|e|nao|aqui|que (?:me|possa)|para (?:falar|me ajudar)|imediatamente|pf))',
    pass: '(?:transferir|passar|conectar|encaminhar|ligar|colocar|por)(?: me)? (?:para|com|a|em contato com|em contacto com) (?:{person})',
  },
  sentences: [
    '(?:{want}){adverbs} (?:{talk}) (?:{person})',
    '(?:{want}|me da|me de|de me){adverbs} (?:{human}|atendimento humano){end}',
    '(?:posso|poderia|podemos|da (?:pra|para)|e possivel|tem como|sera que posso|podia|consigo|ha (?:alguma )?(?:forma|maneira) de|seria possivel){adverbs} (?:{talk}) (?:{person})',
    '(?:pode|podes|poderia|podia|voce pode|consegue)(?: por favor)?(?: me)? {pass}',
    '(?:me )?(?:transfira|transfere|passe|passa|conecte|conecta|encaminhe|encaminha|coloque|ligue)(?: me)? (?:para|com|a|em contato com|em contacto com) (?:{person})',
    '(?:me )?(?:deixe|deixa)(?: me)? (?:{talk}) (?:{person})',
    '(?:ha|tem|existe) (?:{person})(?: (?:ai|aqui))? com quem (?:eu )?(?:possa|posso|poderia) (?:falar|conversar)',
    '(?:ha|tem) (?:algum |alguma )?(?:{human}) disponivel',
    '(?:{person}) (?:pode|poderia) (?:me )?(?:ligar|contactar|contatar|telefonar)(?: me)?',
    '(?:como|onde) (?:posso|faco para|faco pra|consigo|eu falo) ?(?:falar|conversar)? com (?:{person})',
    'por ?que (?:eu )?nao posso (?:{talk}) (?:{person})',
    'nao quero (?:falar|conversar) com (?:uma?|este|esta|esse|essa|o|a)? ?(?:robo|robot|bot|maquina|chatbot|computador|ia)(?= )',
  ],
  openings: ['(?:falar|conversar) com (?:{person})', '(?:transferir|passar) para (?:{human})'],
  alone: [
    '(?:um |uma )?(?:humano|ser humano|atendente|operador[a]?|agente)(?: real| humano)?',
    '(?:uma )?pessoa (?:real|de verdade|humana)',
    'atendimento humano|ajuda humana|apoio humano',
    'me liga|ligue me|liguem me',
  ],
  courtesies: 'por favor|pf|ola|oi|bom dia|boa tarde|obrigado|obrigada|ok|nao|sim|agora|e|mas|entao|ja|eu',
  forbiddenBefore:
    'se|quando|quem|o que acontece|o que significa|qual|quais|por ?que|antes de|depois de|sem|em vez de|clientes|usuarios|utilizadores|visitantes|diz|significa|botao|traduza|preciso que',
  forbiddenRightBefore: '(?:nao|nunca|sem|jamais|nao preciso)',
};
