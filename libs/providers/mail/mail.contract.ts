/** A mail to one person. What it says may be secret: no adapter writes it anywhere but where the operator asked for it. */
export interface Mail {
  /** One bare address, never a list: what stands here gets the mail and nobody else does. */
  to: string;
  subject: string;
  text: string;
  /** The same for readers of HTML; most mails need none. */
  html?: string;
}

/** What sends mails. Also the injection token. Called by jobs only: a mail server may take many seconds. */
export abstract class Mailer {
  /**
   * Resolves when the mail server has taken the mail over, which is all that can be known.
   *
   * @throws AppError `mail.unavailable` (another try may help) or `mail.rejected` (it would not); the reason of `signal`
   * when it is aborted.
   */
  abstract send(mail: Mail, signal?: AbortSignal): Promise<void>;
}
