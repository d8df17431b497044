/**
 * What a service that keeps personal data owes its subjects: a copy of it, and to be forgotten (GDPR, articles 15, 17
 * and 20). A bean of type {@link com.ecom.core.privacy.PersonalData} is all it takes to answer.
 */
@NullMarked
package com.ecom.core.privacy;

import org.jspecify.annotations.NullMarked;
