### administration
