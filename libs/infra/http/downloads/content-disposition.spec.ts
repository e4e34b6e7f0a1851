import { attachmentNamed } from './content-disposition';

test.each([
  ['report.pdf', 'attachment; filename="report.pdf"'],
  ['Füße (1).txt', `attachment; filename="F__e (1).txt"; filename*=UTF-8''F%C3%BC%C3%9Fe%20%281%29.txt`],
  ['say "hi".txt', `attachment; filename="say _hi_.txt"; filename*=UTF-8''say%20%22hi%22.txt`],
  ['../../etc/passwd', 'attachment; filename="passwd"'],
  ['C:\\temp\\a.txt', 'attachment; filename="a.txt"'],
  ['a\r\nSet-Cookie: x.txt', 'attachment; filename="aSet-Cookie: x.txt"'],
  ['gpj.\u202eexe', 'attachment; filename="gpj.exe"'],
  ['\ud800', `attachment; filename="_"; filename*=UTF-8''%EF%BF%BD`],
  ['', 'attachment; filename="file"'],
])('%j is saved by %s', (name, header) => {
  expect(attachmentNamed(name)).toBe(header);
});
