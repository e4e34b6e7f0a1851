import { emailProblem, foldName, isImpossibleName, looksLikeEmail, normaliseName, usernameProblem } from './usernames';

describe('a username', () => {
  test.each(['jane_doe', 'bob', 'Жанна', 'أحمد', '山田太郎', 'Jane Doe', 'a'.repeat(64), '🦊🦊🦊'])(
    'may be %j',
    (name) => {
      expect(usernameProblem(normaliseName(name))).toBeUndefined();
    },
  );

  test.each([
    ['too short', 'jo'],
    ['too long', 'a'.repeat(65)],
    ['only blanks', '      '],
    ['an e-mail address', 'jane@example.com'],
    ['an e-mail address in full-width letters', 'jane＠example.com'],
    ['holding NUL', 'jane\u0000doe'],
    ['holding a line break', 'jane\ndoe'],
    ['holding a zero-width space', 'jane\u200bdoe'],
    ['turning the direction of writing', 'jane\u202edoe'],
    ['holding an invisible filler', 'jane\u3164doe'],
    ['holding a lone surrogate', 'jane\ud800doe'],
    ['holding an unassigned code point', 'jane\u{e0fff}doe'],
  ])('is refused when %s', (_why, name) => {
    expect(usernameProblem(normaliseName(name))).toMatchObject({ field: 'username' });
  });

  test('is one name in every case and width', () => {
    const jane = foldName('jane');
    expect([' Jane ', 'JANE', 'Ｊａｎｅ'].map(foldName)).toEqual([jane, jane, jane]);
    expect(foldName('STRASSE')).toBe(foldName('Straße'));
    expect(foldName('ΟΔΟΣ')).toBe(foldName('οδος'));
    expect(foldName('admın')).toBe(foldName('admin'));
  });

  test('folds to the same whatever the case of a letter, and folding again changes nothing', () => {
    const unstable: string[] = [];
    // Every script with two cases stands below this.
    for (let code = 0; code <= 0x1ffff; code += 1) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const letter = String.fromCodePoint(code);
      const folded = foldName(letter);
      const others = [foldName(folded), foldName(letter.toLowerCase()), foldName(letter.toUpperCase())];
      if (others.some((other) => other !== folded)) unstable.push(code.toString(16));
    }
    expect(unstable).toEqual([]);
  });

  test('with an @ is taken for an e-mail address', () => {
    expect([looksLikeEmail('jane'), looksLikeEmail('jane@example.com'), looksLikeEmail('jane＠x')]).toEqual([
      false,
      true,
      true,
    ]);
  });

  test('that nobody can have is known without asking the database', () => {
    expect([isImpossibleName('jane\u0000'), isImpossibleName('x'.repeat(5_000)), isImpossibleName('jane')]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('an e-mail address', () => {
  test.each(['jane@example.com', 'jane.doe+bots@mail.example.co.uk', 'jürgen@example.de'])('may be %s', (email) => {
    expect(emailProblem(email)).toBeUndefined();
  });

  test.each(['jane', 'jane@', '@example.com', 'a b@example.com', '"\u0001"@example.com', `${'a'.repeat(250)}@x.org`])(
    'is refused when it is %j',
    (email) => {
      expect(emailProblem(email)).toMatchObject({ field: 'email' });
    },
  );
});
