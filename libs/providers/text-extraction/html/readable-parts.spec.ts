import { htmlExtractor } from '../adapters/html.adapter';
import { extract, noted } from '../text-extractor.contract-suite';

const read = async (body: string) => noted((await extract(htmlExtractor, `<!doctype html><body>${body}`)).blocks);
const TEXT = '<h1>Parking</h1><p>A permit costs eighty euros a year. It is valid for one car.</p>';
const READ = ['# Parking', 'A permit costs eighty euros a year. It is valid for one car.'];

describe('of a page', () => {
  test.each([
    ['navigation', '<nav><a href="/">Home</a></nav>'],
    ['a header', '<header><p>The town</p><a href="/login">Log in</a></header>'],
    ['a footer', '<footer><p>Imprint of the town</p></footer>'],
    ['an aside', '<aside><p>Buy our lamps!</p></aside>'],
    ['a banner about cookies', '<div class="cookie-banner"><p>We use cookies.</p><p>Accept all?</p></div>'],
    ['a tool for consent', '<div id="onetrust-consent-sdk"><p>Your choices</p></div>'],
    ['a side bar', '<div class="layout__left sidebar"><p>Opening hours of the cellar</p></div>'],
    ['breadcrumbs', '<ol class="breadcrumb"><li>Town<li>Cars</ol>'],
    [
      'a list of nothing but links',
      '<ul><li><a href="/a">Roads</a><li><a href="/b">Bridges</a><li><a href="/c">Trees</a></ul>',
    ],
    ['what is hidden', '<p hidden>Draft</p><p style="display: none">Trap</p><div aria-hidden="true">x</div>'],
    [
      'programs and forms of choice',
      '<script>let a</script><style>p{}</style><button>Send</button><noscript>No</noscript>',
    ],
  ])('%s is left out', async (_what, around) => {
    expect(await read(around + TEXT)).toEqual(READ);
    expect(await read(TEXT + around)).toEqual(READ);
  });

  test('the main part goes before all else, with the notes in it', async () => {
    const page = `<div><p>Something else of some length, which no rule of ours would leave out by itself.</p></div>
      <main>${TEXT}<aside><p>Note: pay by card.</p></aside><ul><li><a href="/a">A</a><li><a href="/b">B</a><li><a href="/c">C</a></ul></main>`;
    expect(await read(page)).toEqual([...READ, 'Note: pay by card.', '- A', '- B', '- C']);
    expect(await read(page.replaceAll('main>', 'article>'))).toEqual([
      ...READ,
      'Note: pay by card.',
      '- A',
      '- B',
      '- C',
    ]);
  });

  test('the main heading stays, even in a header', async () => {
    expect(
      await read('<header><h1>Parking</h1><p>Town of Aldport</p></header><p>A permit costs eighty euros.</p>'),
    ).toEqual(['# Parking', 'A permit costs eighty euros.']);
  });

  test('everything is kept when all of it looks like what surrounds a text', async () => {
    expect(await read('<nav><p>A permit costs eighty euros.</p></nav>')).toEqual(['A permit costs eighty euros.']);
    expect(
      await read('<ul><li><a href="/a">Roads</a><li><a href="/b">Trees</a><li><a href="/c">Cars</a></ul>'),
    ).toEqual(['- Roads', '- Trees', '- Cars']);
  });

  test('what only sounds like a banner stays', async () => {
    const recipe = '<div class="cookie-recipes has-sidebar"><p>Bake the cookies for nine minutes.</p></div>';
    expect(await read(recipe)).toEqual(['Bake the cookies for nine minutes.']);
  });

  test('links keep where they lead, once, when that says something by itself', async () => {
    const page = `<p>Apply <a href="https://town.example/apply">here</a> or <a href="mailto:cars@town.example">by mail</a>,
      not <a href="/old">there</a> or <a href="https://town.example/apply">here</a>; see <a href="https://town.example/">town.example</a>.</p>
      <h2><a href="https://town.example/fees">Fees</a></h2><p>None.</p>`;
    expect(await read(page)).toEqual([
      'Apply here (https://town.example/apply) or by mail (cars@town.example), not there or here; see town.example.',
      '## Fees',
      'None.',
    ]);
    expect(await read('<base href="https://town.example/cars/"><p>Apply <a href="apply">here</a>.</p>')).toEqual([
      'Apply here (https://town.example/cars/apply).',
    ]);
  });

  test('its title and its language are told', async () => {
    const page = '<html lang="de-AT"><head><title> Parken </title></head><body><p>Achtzig Euro.</p>';
    expect(await extract(htmlExtractor, page)).toMatchObject({ title: 'Parken', language: 'de' });
  });
});
