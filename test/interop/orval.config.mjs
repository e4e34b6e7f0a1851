/** A client of each document, with the address of the server in it; set by the test. */
const { DOCUMENTS = '', BASE_URL = 'http://localhost:3000' } = process.env;

export default Object.fromEntries(
  DOCUMENTS.split(',').map((name) => [
    name,
    {
      input: `generated/${name}.json`,
      output: {
        target: `generated/orval/${name}.ts`,
        client: 'fetch',
        baseUrl: BASE_URL,
        // Where a file may come in a form or bare, one function sends one of both.
        override: { contentType: { include: ['application/json', 'multipart/form-data'] } },
      },
    },
  ]),
);
