import { Body, Get, Post, Put } from '@nestjs/common';
import {
  Answers,
  AnswersDone,
  CurrentActor,
  done,
  MainController,
  Public,
  Refuses,
  Repeatable,
  Summary,
  success,
  UserOnly,
} from '#infra/http';
import type { UserActor } from '#kernel';
import { Logins } from '../logins/logins.service';
import { Accounts } from '../users/accounts.service';
import {
  Account,
  LogInUser,
  LogOutUser,
  NewLogin,
  RefreshedLogin,
  RefreshLogin,
  RegisteredAccount,
  RegisterUser,
  UpdateAccount,
} from './accounts.dto';
import { loginNameOf, toAccount, toRefreshedLogin } from './accounts.mapper';

@MainController('auth', { tag: 'Authentication' })
export class AccountsController {
  constructor(
    private readonly accounts: Accounts,
    private readonly logins: Logins,
  ) {}

  @Post('register')
  @Repeatable()
  @Public()
  @Summary('Register a user', 'Makes the user and a team of their own.')
  @Answers(201, RegisteredAccount)
  @Refuses(400, 409)
  async register(@Body() body: RegisterUser) {
    return success({ user: toAccount(await this.accounts.register(body)) }, 'The user was registered.');
  }

  @Post('login')
  @Repeatable()
  @Public()
  @Summary('Log in')
  @Answers(200, NewLogin)
  @Refuses(400, 401)
  async logIn(@Body() body: LogInUser) {
    const login = await this.logins.logIn(loginNameOf(body), body.password);
    return success({ ...toRefreshedLogin(login), user: toAccount(login.user) });
  }

  @Post('refresh-token')
  @Repeatable()
  @Public()
  @Summary('Refresh a login', 'A refresh token works once; presenting it again ends the login.')
  @Answers(200, RefreshedLogin)
  @Refuses(400, 401)
  async refresh(@Body() body: RefreshLogin) {
    return success(toRefreshedLogin(await this.logins.refresh(body.refreshToken)));
  }

  @Post('logout')
  @Repeatable()
  @UserOnly()
  @Summary('Log out', 'Ends the login: its access tokens and refresh tokens are refused from now on.')
  @AnswersDone()
  @Refuses(400)
  async logOut(@CurrentActor() actor: UserActor, @Body() body: LogOutUser) {
    await this.logins.logOut(actor, body.refreshToken);
    return done('You are logged out.');
  }

  @Get('me')
  @UserOnly()
  @Summary('Show the current user')
  @Answers(200, Account)
  async me(@CurrentActor() actor: UserActor) {
    return success(toAccount(await this.accounts.get(actor)));
  }

  @Put('me')
  @UserOnly()
  @Summary('Update the current user', 'Absent fields stay as they are. A new password ends all other logins.')
  @Answers(200, Account)
  @Refuses(400, 409)
  async update(@CurrentActor() actor: UserActor, @Body() body: UpdateAccount) {
    return success(toAccount(await this.accounts.update(actor, body)), 'The account was changed.');
  }
}
