/** The criabot dialect: bots by name, with documents and questions of their own. */
import { CRIABOT_OPERATIONS, type CriabotOperations } from '../generated/criabot.operations';
import { type DialectClient, dialectOf } from '../operations';

const Base: new (...args: ConstructorParameters<typeof DialectClient>) => DialectClient & CriabotOperations =
  dialectOf<CriabotOperations>(CRIABOT_OPERATIONS);

export class CriabotClient extends Base {}
