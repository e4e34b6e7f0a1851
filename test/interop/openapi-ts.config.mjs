const { DOCUMENTS = '' } = process.env;

export default DOCUMENTS.split(',').map((name) => ({
  input: `./generated/${name}.json`,
  output: `generated/hey-api/${name}`,
  plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
}));
