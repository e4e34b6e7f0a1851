import type { PythonPackage } from './python-package';
import { QUESTION, type Shop } from './shop';

/** What all scripts begin with; each prints one line of JSON with `tell`. */
const BEGIN = `
import json, os
from parley import *
tell = lambda value: print(json.dumps(value))
api_key, base_url = os.environ["API_KEY"], os.environ["BASE_URL"]
parley = Parley(api_key, base_url)
bot_id, question = os.environ["BOT_ID"], os.environ["QUESTION"]
`;

/** What a script tells that asks the shop's server, through the network that can fail. */
export async function toldBy<Told>(
  python: PythonPackage,
  shop: Shop,
  code: string,
  more: Record<string, string> = {},
): Promise<Told> {
  const { apiKey, baseUrl } = shop.options;
  const environment = { API_KEY: apiKey, BASE_URL: baseUrl, BOT_ID: shop.botId, QUESTION, ...more };
  return JSON.parse(await python.printed(['-c', BEGIN + code], environment));
}
