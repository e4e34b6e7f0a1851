/** Sentences from templates, each with what it means: like what people write to a shop, and as many as wanted. */

const templates: Readonly<Record<string, readonly string[]>> = {
  order_status: [
    'where is my {thing}',
    'has my {thing} been sent yet',
    'when will the {thing} arrive',
    'track my {thing}',
  ],
  cancel_order: ['please cancel my {thing}', 'i no longer want the {thing}', 'stop the order of the {thing}'],
  refund: ['i want my money back for the {thing}', 'refund the {thing} please', 'how do i get a refund for a {thing}'],
  opening_hours: ['when does the shop in {place} open', 'opening hours in {place}', 'is {place} open on sundays'],
  directions: ['how do i get to {place}', 'directions to the shop in {place}', 'what is the way to {place}'],
  greeting: ['hello {name}', 'hi {name}', 'good morning {name}', 'hey there {name}'],
};
const words: Readonly<Record<string, readonly string[]>> = {
  thing: [
    'lamp',
    'red chair',
    'bookshelf',
    'wool carpet',
    'kitchen table',
    'parcel',
    'bed',
    'wardrobe',
    'mirror',
    'desk',
  ],
  place: ['the old town', 'harbour street', 'the station', 'north park', 'the mall', 'bridge road', 'the airport'],
  name: ['anna', 'bot', 'everyone', 'friend', 'sam', 'team', 'assistant', 'you two'],
};
const openings = ['', '', '', 'excuse me ', 'please tell me ', 'sorry, ', 'quick question: '];

/** The same for the same seed. Every intent comes as often as the others. */
export function madeUpExamples(count: number, seed = 5): { text: string; intent: string }[] {
  let state = seed;
  const pick = <Item>(items: readonly Item[]) => {
    // Numerical Recipes' generator; its high bits are the random ones.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return items[Math.floor((state / 2 ** 32) * items.length)]!;
  };
  const intents = Object.keys(templates);
  return Array.from({ length: count }, (_, at) => {
    const intent = intents[at % intents.length]!;
    const sentence = pick(templates[intent]!).replace(/\{(\w+)\}/, (_match, slot: string) => pick(words[slot]!));
    return { text: pick(openings) + sentence, intent };
  });
}
