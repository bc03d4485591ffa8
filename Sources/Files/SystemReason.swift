import Diagnostics
internal import Glibc

extension Message {
  /// Why the system refused, by its error code (`errno`); in English as the C library puts it, which
  /// is what manuals and search engines know.
  package init(errno code: Int32) {
    let english =
      code == ELOOP
      ? "a symbolic link stands in the way, or links lead round in a circle"
      : unsafe String(cString: strerror(code))
    let ukrainian: String? =
      switch code {
      case EACCES, EPERM: "немає прав"
      case EBADF: "канал закрито"
      case EBUSY: "зайнято"
      case EDQUOT: "вичерпано дискову квоту"
      case EEXIST: "така назва вже зайнята"
      case EFBIG: "файл завеликий"
      case EIO: "збій введення-виведення"
      case EISDIR: "це тека, а не файл"
      case ELOOP: "на шляху стоїть символічне посилання, чи посилання ведуть по колу"
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
      case EINVAL: "для цього файлу такої дії немає"
      case EAGAIN: "система зараз не має для цього ресурсів"
      case EINTR: "роботу перервано"
      case ENOSYS, EOPNOTSUPP: "файлова система такого не вміє"
      case EOVERFLOW: "файл завеликий для цієї системи"
      case ETIMEDOUT: "диск чи мережа не відповідає"
      case EHOSTDOWN, EHOSTUNREACH, ENETUNREACH, ECONNREFUSED, ECONNRESET, ENOTCONN:
        "немає зв’язку з мережевим диском"
      case ETXTBSY: "файл зайнято програмою"
      case EXDEV: "це інша файлова система, чи шлях веде назовні"
      default: nil
      }
    self.init(uk: ukrainian ?? "система відмовила, код \(code) (\(english))", en: english)
  }
}
