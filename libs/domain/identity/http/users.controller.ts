import { Body, Delete, Get, Put, Query } from '@nestjs/common';
import {
  AdminOnly,
  Answers,
  AnswersDone,
  AnswersPage,
  CurrentActor,
  done,
  IdParam,
  MainController,
  Refuses,
  Summary,
  success,
  successPage,
} from '#infra/http';
import { mapPage, type UserActor } from '#kernel';
import { UserAdministration } from '../users/user-administration.service';
import { toManagedAccount } from './accounts.mapper';
import { ManagedAccount, UpdateUser, UserQuery } from './users.dto';

@MainController('admin/users', { tag: 'Administration' })
@AdminOnly()
export class UsersController {
  constructor(private readonly users: UserAdministration) {}

  @Get()
  @Summary('List users', 'Of all teams, newest first.')
  @AnswersPage(ManagedAccount)
  @Refuses(400)
  async list(@Query() query: UserQuery) {
    return successPage(mapPage(await this.users.list(query), toManagedAccount));
  }

  @Get(':id')
  @Summary('Show a user')
  @Answers(200, ManagedAccount)
  @Refuses(404)
  async get(@IdParam('id', 'user') id: string) {
    return success(toManagedAccount(await this.users.get(id)));
  }

  @Put(':id')
  @Summary('Update a user', 'Absent fields stay as they are. Everything takes effect at once.')
  @Answers(200, ManagedAccount)
  @Refuses(400, 404, 409)
  async update(@CurrentActor() actor: UserActor, @IdParam('id', 'user') id: string, @Body() body: UpdateUser) {
    return success(toManagedAccount(await this.users.update(actor, id, body)), 'The user was changed.');
  }

  @Delete(':id')
  @Summary(
    'Delete a user',
    'With the team and all its data when nobody else is in it; else the team must keep another owner. You cannot delete your own account.',
  )
  @AnswersDone()
  @Refuses(404, 409)
  async remove(@CurrentActor() actor: UserActor, @IdParam('id', 'user') id: string) {
    await this.users.delete(actor, id);
    return done('The user was deleted.');
  }
}
