import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TeamRole } from '#kernel';
import type { Role, User } from '../identity.types';

/** Never given out as it is: it holds the password's hash. */
@Entity('app_user')
export class UserEntity implements User {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'team_id' })
  teamId: string;

  @Column('text')
  username: string;

  /** `foldName(username)`, unique. */
  @Column('text', { name: 'username_folded' })
  usernameFolded: string;

  @Column('text')
  email: string;

  /** `foldName(email)`, unique. */
  @Column('text', { name: 'email_folded' })
  emailFolded: string;

  @Column('text', { name: 'password_hash' })
  passwordHash: string;

  @Column('text')
  role: Role;

  @Column('text', { name: 'team_role' })
  teamRole: TeamRole;

  @Column('boolean', { name: 'is_active' })
  isActive: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
