/** Script of the demo page, a file of its own because the page's policy allows none within it. */
export const DEMO_SCRIPT = `'use strict';
const { apiKey } = document.querySelector('main').dataset;
const configure = (theme) => {
  window.OurPlatformConfig = {
    apiKey,
    theme,
    greeting: 'Hello! Ask me about orders, delivery, subscriptions or coffee.',
  };
};
configure('auto');

for (const button of document.querySelectorAll('.question')) {
  button.addEventListener('click', () => window.OurPlatform?.open(button.textContent));
}
for (const button of document.querySelectorAll('.theme')) {
  const theme = button.value.startsWith('#') ? { mode: 'light', primaryColor: button.value } : button.value;
  button.addEventListener('click', () => {
    configure(theme);
    window.OurPlatform?.open();
  });
}
document.querySelector('#copy').addEventListener('click', async () => {
  const text = document.querySelector('#snippet').textContent;
  const copied = await navigator.clipboard?.writeText(text).then(() => true, () => false);
  document.querySelector('#copied').textContent = copied ? 'Copied.' : 'Please select the text and copy it.';
});
`;
