import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Plan } from '#kernel';

/** The owner of everything; see the migration for what hangs on it. */
@Entity('team')
export class TeamEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  plan: Plan;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
