import { Injectable, Module } from '@nestjs/common';
import { type Bot, BotsModule, BotsService } from '#domain/bots';
import { BaseContents, DocumentsModule } from '#domain/documents';
import { IdentityModule, type ProvisionedAdministrator, Provisioning, WidgetKeys } from '#domain/identity';
import { Config } from '#infra/config';
import { Database } from '#infra/database';
import type { UserActor } from '#kernel';
import { DEMO_BOT, DEMO_KNOWLEDGE_BASE, HELP_CENTRE } from './demo/help-centre';

export interface FirstStartResult extends ProvisionedAdministrator {
  demoBot: Bot;
}

/** What an empty installation gets: an administrator with a key, and a demo bot that knows a help centre. */
@Injectable()
export class FirstStart {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly provisioning: Provisioning,
    private readonly bots: BotsService,
    private readonly contents: BaseContents,
    private readonly widgetKeys: WidgetKeys,
  ) {}

  /** All or nothing; undefined when there are users already. */
  run(): Promise<FirstStartResult | undefined> {
    return this.database.transaction(async () => {
      const made = await this.provisioning.ensureAdministrator(this.config.identity.admin);
      return made && { ...made, demoBot: await this.makeDemoBot(made.actor) };
    });
  }

  private async makeDemoBot(actor: UserActor): Promise<Bot> {
    const bot = await this.bots.create(actor, DEMO_BOT);
    await this.contents.create(actor, bot.id, { ...DEMO_KNOWLEDGE_BASE, items: HELP_CENTRE });
    await this.widgetKeys.createDemo(actor, bot.id);
    return bot;
  }
}

@Module({
  imports: [IdentityModule, BotsModule, DocumentsModule],
  providers: [FirstStart],
  exports: [FirstStart],
})
export class FirstStartModule {}
