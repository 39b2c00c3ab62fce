package vn.trienkhai.notification;

class SendingTests extends SendingTest {}
