import { Body, Post } from '@nestjs/common';
import { Answers, AnswersDone, done, MainController, Public, Refuses, Repeatable, Summary, success } from '#infra/http';
import { PasswordResets } from '../resets/password-resets.service';
import { RequestedPasswordReset, RequestPasswordReset, ResetPassword } from './password-resets.dto';

const REQUESTED = 'If somebody has this address, a mail with a token is on its way. The token is valid for one hour.';

@MainController('auth', { tag: 'Authentication' })
export class PasswordResetsController {
  constructor(private readonly resets: PasswordResets) {}

  @Post('password-reset-request')
  @Repeatable()
  @Public()
  @Summary('Request a password reset', 'Sends a mail with a token. The answer is the same for addresses nobody has.')
  @Answers(200, RequestedPasswordReset)
  @Refuses(400)
  async request(@Body() { email }: RequestPasswordReset) {
    const resetToken = await this.resets.request(email);
    return success(resetToken === undefined ? {} : { resetToken }, REQUESTED);
  }

  @Post('password-reset')
  @Repeatable()
  @Public()
  @Summary('Reset a password', 'A token works once, for one hour. All logins of the user end.')
  @AnswersDone()
  @Refuses(400)
  async reset(@Body() { token, password }: ResetPassword) {
    await this.resets.reset(token, password);
    return done('The password was changed. Please log in.');
  }
}
