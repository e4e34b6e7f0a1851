import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { BuiltAsset } from '#infra/http';
import { supportErrors } from './support.errors';

/** The bundle of the chat widget, as the build left it. */
@Injectable()
export class WidgetScript implements OnModuleInit {
  private readonly logger = new Logger(WidgetScript.name);
  private asset: BuiltAsset | undefined;

  onModuleInit(): void {
    this.load('widget.js');
  }

  /** Without the bundle everything else works, and whoever asks for it is told. */
  load(file: string): void {
    try {
      this.asset = BuiltAsset.read(file);
    } catch (error) {
      this.logger.error(`There is no chat widget, /widget.js answers 503: ${String(error)}`);
    }
  }

  /** @throws `support.widget_missing` */
  get(): BuiltAsset {
    if (!this.asset) throw supportErrors.widget_missing();
    return this.asset;
  }
}
