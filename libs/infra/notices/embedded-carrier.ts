import { PostgresCarrier } from './postgres-carrier';

/**
 * Of the process that serves the embedded database: it hears what commands beside it have changed. They come and go and
 * remember nothing, so there is nobody to tell.
 */
export class EmbeddedCarrier extends PostgresCarrier {
  override async send(): Promise<void> {}
}
