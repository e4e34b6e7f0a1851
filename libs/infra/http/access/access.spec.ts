import { AdminOnly, accessRuleOf, NeedsScope, Public, UserOnly } from './access';

@AdminOnly()
class Admin {
  open() {}

  @Public()
  shown() {}

  @NeedsScope('bots:read')
  @UserOnly()
  narrowed() {}
}

@Public()
class Open {
  shown() {}

  @NeedsScope('bots:read')
  guarded() {}
}

describe('who may call a route', () => {
  test('is said by its class', () => {
    expect(accessRuleOf(Admin.prototype.open, Admin)).toEqual({ adminOnly: true, public: false });
    expect(accessRuleOf(Open.prototype.shown, Open)).toEqual({ public: true });
  });

  test('adds up on a method', () => {
    expect(accessRuleOf(Admin.prototype.narrowed, Admin)).toEqual({
      adminOnly: true,
      userOnly: true,
      scope: 'bots:read',
      public: false,
    });
  });

  test('a rule on a method closes a public class, and opens a closed one', () => {
    expect(accessRuleOf(Open.prototype.guarded, Open)).toMatchObject({ public: false, scope: 'bots:read' });
    expect(accessRuleOf(Admin.prototype.shown, Admin)).toMatchObject({ public: true });
  });
});
