export { type FurnishedTeam, furnishTeam, type Things } from './furnish';
export { inCall, inInput, inPath, nameIn, namesSomething, type PlaceValue } from './furnishings';
