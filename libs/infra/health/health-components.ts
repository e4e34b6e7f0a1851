import { Injectable } from '@nestjs/common';

export interface ComponentReport {
  /** `not used` when this installation is set up to do without. */
  status: 'ok' | 'degraded' | 'down' | 'not used';
  /** Of one exchange; absent when there was no answer or none was needed. */
  latencyMs?: number;
  /** One sentence for the operator; nothing secret. */
  note?: string;
}

/** A part that the process depends on. */
export interface HealthComponent {
  readonly name: string;
  /** Whether the process can do nothing without it. */
  readonly isEssential: boolean;
  /** One that throws, or takes more than a few seconds, is down. */
  check(): Promise<ComponentReport>;
}

/** Where rooms tell what of theirs is to be looked at. */
@Injectable()
export class HealthComponents {
  private readonly components: HealthComponent[] = [];

  add(component: HealthComponent): void {
    this.components.push(component);
  }

  list(): readonly HealthComponent[] {
    return this.components;
  }
}
