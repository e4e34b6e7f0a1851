import { detectLanguage } from './language-detection';

describe('the language of a text', () => {
  it.each([
    ['en', 'To reset your password, open Settings, choose Security and click Reset password.'],
    ['en', 'Our shop is open Monday to Friday from 9:00 to 17:00.'],
    ['de', 'Um Ihr Passwort zurückzusetzen, öffnen Sie die Einstellungen und klicken auf Sicherheit.'],
    ['fr', 'Pour réinitialiser votre mot de passe, ouvrez les paramètres et choisissez Sécurité.'],
    ['es', 'Para restablecer su contraseña, abra la configuración y elija Seguridad.'],
    ['it', 'Per reimpostare la password, apri le impostazioni e scegli Sicurezza nella pagina.'],
    ['pt', 'Para redefinir a sua senha, abra as configurações e escolha Segurança na página.'],
    ['nl', 'Om uw wachtwoord opnieuw in te stellen, opent u de instellingen en kiest u Beveiliging.'],
    ['sv', 'För att återställa ditt lösenord, öppna inställningarna och välj säkerhet när du är inloggad.'],
    ['da', 'Hvis du har glemt dit kodeord, skal du åbne indstillingerne og vælge sikkerhed, når du er her.'],
    ['no', 'Hvis du ikke husker passordet ditt, må du åpne innstillingene og velge sikkerhet når du er her.'],
    ['fi', 'Jos olet unohtanut salasanan, voit avata asetukset ja valita turvallisuus, kun se on auki.'],
    ['ru', 'Чтобы сбросить пароль, откройте настройки и выберите раздел безопасности.'],
  ])('%s is recognised', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it.each(['Password', '', 'X-200 v2.3', '12345', 'パスワードを再設定する', 'Zapomniałem hasła do konta'])(
    'is simple when nothing tells it: "%s"',
    (text) => {
      expect(detectLanguage(text)).toBe('simple');
    },
  );

  it('is what the caller expects when nothing tells it', () => {
    expect(detectLanguage('Password', 'de')).toBe('de');
    expect(detectLanguage('パスワード', 'de')).toBe('simple');
  });
});
