@NullMarked
package com.ecom.core.service;

import org.jspecify.annotations.NullMarked;
