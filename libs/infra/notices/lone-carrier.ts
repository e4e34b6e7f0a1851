import { NoticeCarrier } from './notice-carrier';

/** For who is alone, such as tests and benches: there is nobody else to tell. */
export class LoneCarrier extends NoticeCarrier {
  async start(): Promise<void> {}
  async send(): Promise<void> {}
  async stop(): Promise<void> {}
}
