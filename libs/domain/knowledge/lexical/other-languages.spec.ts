/** Languages whose stems are not known, and those that write several words as one, through the whole engine. */
import { detectLanguage } from '#domain/language';
import { analyzeQuery } from './query-analysis';
import { weighQuery } from './query-weights';
import { rescore } from './rescoring';
import { packSegment } from './segment-packer';
import { type FetchedRow, postingKeys, readPostings, vocabularyKeys } from './segment-reader';
import { correctSpelling, unknownWords } from './spelling';
import { topPassages } from './top-passages';

function firstOf(articles: readonly (readonly [title: string, body: string])[], asked: string): string | undefined {
  const passages = articles.map(([title, body], seq) => ({ seq, title, body, language: detectLanguage(body) }));
  const segment = packSegment(passages);
  const fetch = (keys: readonly number[]): FetchedRow[] =>
    segment.rows.filter(({ key }) => keys.includes(key)).map((row) => ({ segment, ...row }));
  const analyzed = analyzeQuery(asked, segment.languages);
  const unknown = unknownWords(analyzed, readPostings(analyzed.terms, fetch(postingKeys(analyzed.terms, [segment]))));
  const query = correctSpelling(analyzed, unknown, fetch(vocabularyKeys(unknown, [segment])));
  const weighted = weighQuery(query, readPostings(query.terms, fetch(postingKeys(query.terms, [segment]))), segment);
  const found = topPassages(weighted.postings, { limit: 50 }).map(({ seq }) => passages[seq]!);
  return articles[rescore(weighted, found)[0]?.seq ?? -1]?.[0];
}

const turkish = [
  ['İade', 'Ürünleri otuz gün içinde iade edebilirsiniz.'],
  ['Çalışma saatleri', 'Mağazamız hafta içi sabah dokuzda açılır.'],
  ['Iğdır', 'Iğdır mağazası pazar günleri de açıktır.'],
] as const;
const arabic = [
  ['سياسة الإرجاع', 'يمكنك إرجاع المنتجات خلال ثلاثين يوما واسترداد المبلغ.'],
  ['ساعات العمل', 'متجرنا مفتوح من الاثنين إلى الجمعة من التاسعة صباحا.'],
] as const;
const german = [
  ['Versandkosten', 'Die Versandkosten betragen fünf Euro.'],
  ['Öffnungszeiten', 'Das Geschäft öffnet um neun Uhr.'],
] as const;
const chinese = [
  ['退货政策', '您可以在三十天内退货,我们会全额退款。'],
  ['营业时间', '我们的商店周一至周五上午九点开门。'],
] as const;
const thai = [
  ['การคืนสินค้า', 'ท่านสามารถคืนสินค้าได้ภายในสามสิบวัน'],
  ['เวลาเปิดทำการ', 'ร้านของเราเปิดวันจันทร์ถึงวันศุกร์เวลาเก้าโมงเช้า'],
] as const;
const greek = [
  ['Επιστροφές', 'Μπορείτε να επιστρέψετε προϊόντα εντός τριάντα ημερών.'],
  ['Ωράριο', 'Το κατάστημα ανοίγει στις εννέα το πρωί.'],
] as const;

describe('a question in a language without stems', () => {
  it.each([
    ['a longer form of its word', turkish, 'ürün iadesi nasıl yapılır', 'İade'],
    ['letters without their marks', turkish, 'magaza ne zaman acilir', 'Çalışma saatleri'],
    ['the dotless i in capitals', turkish, 'IĞDIR', 'Iğdır'],
    ['Arabic letters without hamza', arabic, 'كيف يمكنني ارجاع المنتج', 'سياسة الإرجاع'],
    ['Greek without accents', greek, 'ποτε ανοιγει το καταστημα', 'Ωράριο'],
    ['another form of a Greek verb', greek, 'πως επιστρέφω ένα προϊόν', 'Επιστροφές'],
    ['Chinese', chinese, '商店几点开门', '营业时间'],
    ['Thai', thai, 'คืนสินค้าได้ไหม', 'การคืนสินค้า'],
  ] as const)('is found by %s', (_, articles, asked, title) => {
    expect(firstOf(articles, asked)).toBe(title);
  });
});

describe('a question in a language of compounds', () => {
  it.each([
    ['Kosten für den Versand', 'Versandkosten'],
    ['Zeiten der Öffnung', 'Öffnungszeiten'],
  ])('finds the compound that begins with its word: "%s"', (asked, title) => {
    expect(firstOf(german, asked)).toBe(title);
  });
});
