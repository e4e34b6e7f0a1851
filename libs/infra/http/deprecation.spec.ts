import { type DeprecationNotice, faultOf } from './deprecation';

const POLICY = { noticeDays: 60, supportMonths: 12 };
const NOTICE: DeprecationNotice = { announced: '2030-01-31', since: '2030-04-01', sunset: '2031-04-01' };

const faultWith = (changes: Partial<DeprecationNotice>, policy: typeof POLICY | undefined = POLICY) =>
  faultOf({ ...NOTICE, ...changes }, policy);

describe('a deprecation', () => {
  test('keeps the policy with 60 days from its announcement and 12 months from then on', () => {
    expect(faultWith({})).toBeUndefined();
    expect(faultWith({ sunset: '2035-01-01' })).toBeUndefined();
  });

  test('that comes too soon is told when it may come', () => {
    expect(faultWith({ announced: '2030-02-01' })).toBe(
      'gives less than 60 days of notice: since 2030-04-02 at the soonest',
    );
    expect(faultWith({ sunset: '2031-03-31' })).toBe(
      'gives less than 12 months of support: sunset 2031-04-01 at the soonest',
    );
  });

  test('on a day that the later month does not have is supported to the end of that month', () => {
    const leap = { announced: '2027-12-01', since: '2028-02-29' };
    expect(faultWith({ ...leap, sunset: '2029-02-27' })).toContain('2029-02-28');
    expect(faultWith({ ...leap, sunset: '2029-02-28' })).toBeUndefined();
  });

  test('goes forward in time also without a policy', () => {
    expect(faultOf({ ...NOTICE, sunset: NOTICE.since }, undefined)).toBeUndefined();
    expect(faultOf({ ...NOTICE, sunset: '2030-03-31' }, undefined)).toContain('sunset 2030-04-01');
  });

  test.each(['soon', '2030-02-30', '2030-4-1', ''])('on the day "%s" is refused', (since) => {
    expect(faultWith({ since })).toBe('needs days as YYYY-MM-DD');
  });
});
