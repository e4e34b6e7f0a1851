/** One end user: of one bot, or of the whole team when `botId` is undefined. */
export interface EndUser {
  teamId: string;
  botId: string | undefined;
  /** In the words of the caller. */
  userRef: string;
}

/** Who holds records of end users. Registered at start (onModuleInit) with EndUserRecords. */
export interface EndUserRecordHolder {
  /** Key of its records in the export, e.g. `conversations`. */
  readonly name: string;
  /**
   * When it erases: `first` is what is still on its way to others, and locks what turns and jobs of the user need; `last` is
   * what tells the others which rows are the user's.
   */
  readonly turn?: 'first' | 'last';
  /** As JSON may hold it. */
  export(of: EndUser): Promise<unknown[]>;
  /** Runs in one transaction with all other holders. Gives how many rows are gone or were made nobody's. */
  erase(of: EndUser): Promise<number>;
}
