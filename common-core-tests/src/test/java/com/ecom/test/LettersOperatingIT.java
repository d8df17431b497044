package com.ecom.test;

class LettersOperatingIT extends OperatingContract {}
