// Tells the pages that wait for a sign-in, and goes.

if ('BroadcastChannel' in window) new BroadcastChannel('trien-khai-phien').postMessage('da-dang-nhap');
window.close();
