#include <dlfcn.h>
#include <openssl/cms.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>

// OpenSSL is a library of five megabytes, which most runs have no use for: it is loaded when a signature
// is to be checked.

#define COPENSSL(F) \
  F(OPENSSL_init_crypto) F(ERR_clear_error) \
  F(OPENSSL_sk_new_null) F(OPENSSL_sk_push) F(OPENSSL_sk_num) F(OPENSSL_sk_value) F(OPENSSL_sk_free) \
  F(BIO_new) F(BIO_new_mem_buf) F(BIO_f_md) F(BIO_push) F(BIO_ctrl) F(BIO_read) F(BIO_free_all) \
  F(EVP_get_digestbyname) \
  F(d2i_CMS_ContentInfo) F(CMS_ContentInfo_free) F(CMS_get0_SignerInfos) F(CMS_get1_certs) \
  F(CMS_SignerInfo_cert_cmp) F(CMS_SignerInfo_set1_signer_cert) F(CMS_SignerInfo_verify) \
  F(CMS_SignerInfo_verify_content) F(CMS_signed_get_attr_count) \
  F(d2i_X509) F(i2d_X509) F(X509_free) F(X509_up_ref) F(X509_get_key_usage) F(X509_get_issuer_name) \
  F(X509_get0_pubkey) F(X509_NAME_cmp) \
  F(X509_STORE_new) F(X509_STORE_free) F(X509_STORE_add_cert) \
  F(X509_STORE_CTX_new) F(X509_STORE_CTX_free) F(X509_STORE_CTX_init) F(X509_STORE_CTX_get0_param) \
  F(X509_STORE_CTX_get_error) F(X509_STORE_CTX_get0_chain) \
  F(X509_VERIFY_PARAM_set_time) F(X509_VERIFY_PARAM_set_flags) F(X509_VERIFY_PARAM_set_purpose) \
  F(X509_VERIFY_PARAM_set_auth_level) F(X509_verify_cert) F(X509_verify_cert_error_string) \
  F(d2i_X509_CRL) F(X509_CRL_free) F(X509_CRL_get_issuer) F(X509_CRL_verify) \
  F(X509_CRL_get0_by_cert) F(X509_CRL_get0_lastUpdate) F(X509_CRL_get_ext_by_critical) \
  F(X509_REVOKED_get0_revocationDate) F(ASN1_STRING_get0_data) F(ASN1_STRING_length) \
  F(ASN1_STRING_type)

// The functions that are called, each under its own name.
struct copenssl {
#define F(name) __typeof__(name) *name;
  COPENSSL(F)
#undef F
};

// Finds the functions; 0 where the library is not there, or lacks one. No file of settings is read.
static inline int copenssl_load(struct copenssl *functions) {
  void *library = dlopen("libcrypto.so.3", RTLD_NOW | RTLD_LOCAL);
  if (!library) return 0;
#define F(name) if (!(functions->name = (__typeof__(name) *)dlsym(library, #name))) return 0;
  COPENSSL(F)
#undef F
  return functions->OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, NULL);
}
