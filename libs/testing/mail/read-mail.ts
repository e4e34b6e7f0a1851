/** What the raw text of a mail says to its reader: as much of MIME (RFC 2045, RFC 2047) as mails of one text part need. */
export interface ReadMail {
  headers: Map<string, string>;
  text: string;
}

export function readMail(raw: string): ReadMail {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const unfolded = head.replace(/\r\n[ \t]+/g, ' ');
  const headers = new Map(
    unfolded.split('\r\n').map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), decodeWords(line.slice(colon + 1).trim())];
    }),
  );
  const body = decodeBody(rest.join('\r\n\r\n'), headers.get('content-transfer-encoding'));
  return { headers, text: body.replaceAll('\r\n', '\n').replace(/\n$/, '') };
}

function decodeBody(body: string, encoding = '7bit'): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding === 'quoted-printable') return decodeQuoted(body.replaceAll('=\r\n', ''));
  return body;
}

/** Two encoded words with nothing but a blank between them are one text: RFC 2047 §6.2. */
function decodeWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/(?:=\?utf-8\?[bq]\?[^?]*\?=)+/gi, (words) =>
      Buffer.concat(
        [...words.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)].map(([, kind, text = '']) =>
          kind?.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : bytesOfQuoted(text.replaceAll('_', ' ')),
        ),
      ).toString('utf8'),
    );
}

function decodeQuoted(text: string): string {
  return bytesOfQuoted(text).toString('utf8');
}

function bytesOfQuoted(text: string): Buffer {
  return Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}
