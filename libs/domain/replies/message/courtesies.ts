/** "Hi, could you please tell me" before a question says nothing of it and would only blur the search. */
const greeting =
  /^(?:(?:hi|hello|hey|hallo|guten (?:tag|morgen|abend)|bonjour|bonsoir|hola|buenos días|ciao|buongiorno|olá|ola|oi|bom dia|hoi|good (?:morning|afternoon|evening|day)|thanks|thank you|ok|okay|please|excuse me|sorry|dear (?:sir|madam|team)|danke|bitte|merci|gracias|grazie)(?:\s+(?:there|all|everyone|team|zusammen))?(?:[\s,.!:;–-]+|$))+/i;
const request =
  /^(?:(?:can|could|would|will) (?:you|u) (?:please |kindly )?(?:tell|explain|show|let) (?:me |to me |us )?(?:know )?(?:please )?|(?:please )?(?:tell|explain|show|let) me (?:know )?|i (?:would like|'d like|d like|want|need|wish) to (?:know|ask|find out) (?:about )?|i(?:'m| am| was) wondering (?:about )?|do you (?:happen to )?know |(?:i have|i've got) a (?:quick )?question (?:about|regarding|on) |(?:quick|one|a) question[:,]\s*|ich (?:möchte|würde gerne|wollte|will) (?:gerne? )?wissen,? |(?:können|könnten) sie mir (?:bitte )?sagen,? |(?:kannst|könntest) du mir (?:bitte )?sagen,? )/i;

/** The message without courtesies in front of it; the whole message when nothing else is in it. */
export function withoutCourtesies(message: string): string {
  const bare = message.trim().replace(greeting, '').replace(request, '').trim();
  return /[\p{L}\p{N}]/u.test(bare) ? bare : message;
}
