// Servers never see what stands behind # in an address; the browser carried it here, and it goes on with the form.

const wanted = document.querySelector('input[name=toi]');
if (location.hash.length > 1 && !wanted.value.includes('#')) wanted.value += location.hash;

// The browser's own words are in the browser's language.
const MISSING = { username: 'Hãy nhập tên đăng nhập.', password: 'Hãy nhập mật khẩu.' };
document.querySelectorAll('input[required]').forEach(input => {
  input.addEventListener('invalid', () => input.setCustomValidity(MISSING[input.name] || 'Hãy nhập mục này.'));
  input.addEventListener('input', () => input.setCustomValidity(''));
});
