import Diagnostics
internal import Glibc

extension Message {
  /// Why the system refused, by its error code (`errno`); in English as the C library puts it, which
  /// is what manuals and search engines know.
  package init(errno code: Int32) {
    let english = unsafe String(cString: strerror(code))
    let ukrainian: String? =
      switch code {
      case EACCES, EPERM: "немає прав"
      case EBUSY: "зайнято"
      case EDQUOT: "вичерпано дискову квоту"
      case EEXIST: "така назва вже зайнята"
      case EFBIG: "файл завеликий"
      case EIO: "збій введення-виведення"
      case EISDIR: "це тека, а не файл"
      case ELOOP: "це символічне посилання, або посилання ведуть по колу"
      case EMFILE, ENFILE: "відкрито забагато файлів"
      case EMLINK: "забагато посилань"
      case ENAMETOOLONG: "назва задовга"
      case ENODEV, ENXIO: "такого пристрою немає"
      case ENOENT: "такого файлу чи теки немає"
      case ENOMEM: "бракує пам’яті"
      case ENOSPC: "на диску немає місця"
      case ENOTDIR: "на місці теки стоїть файл"
      case ENOTEMPTY: "тека не порожня"
      case EPIPE: "читач закрив канал"
      case EROFS: "файлова система лише для читання"
      case ESTALE: "файл на мережевому диску зник"
      case ETXTBSY: "файл зайнято програмою"
      case EXDEV: "це інша файлова система"
      default: nil
      }
    self.init(uk: ukrainian ?? english, en: english)
  }
}
