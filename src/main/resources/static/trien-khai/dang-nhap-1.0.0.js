// Servers never see what stands behind # in an address; the browser carried it here, and it goes on with the form.

const wanted = document.querySelector('input[name=toi]');
if (location.hash.length > 1 && !wanted.value.includes('#')) wanted.value += location.hash;
