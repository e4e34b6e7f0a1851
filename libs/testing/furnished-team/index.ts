export { furnishTeam } from './furnish';
export type { FurnishedTeam, Things } from './furnished-team.types';
export { inCall, inInput, inPath, nameIn, namesSomething, type PlaceValue } from './furnishings';
