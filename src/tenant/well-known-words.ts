/**
 * The list that every tenant shares (BANNED): words that attackers try first. Base words only; the
 * score finds their variations.
 */
export const wellKnownWords: readonly string[] = [
  ...['password', 'passwort', 'contrasena', 'motdepasse', 'parola', 'senha', 'kennwort'],
  ...['welcome', 'willkommen', 'bienvenue', 'changeme', 'letmein', 'default', 'secret', 'geheim'],
  ...['admin', 'administrator', 'master', 'access', 'login', 'guest', 'test', 'user', 'root'],
  ...['qwerty', 'qwertz', 'azerty', 'qwertyuiop', 'asdf', 'asdfgh', 'zxcvbn', 'yxcvbn', 'qazwsx'],
  ...['1q2w3e4r', '1qaz2wsx', 'zaq12wsx', 'abcd', 'abcdef', 'abc123', 'a1b2c3d4', 'aaaa'],
  ...['1234', '12345', '123456', '1234567', '12345678', '123456789', '1111', '0000', '123123'],
  ...['654321', '987654', '112233', '121212', '696969', '777777', '888888', '999999'],
  ...['spring', 'summer', 'autumn', 'winter', 'fruehling', 'sommer', 'herbst'],
  ...['january', 'february', 'march', 'april', 'june', 'july', 'august', 'september', 'october'],
  ...['november', 'december', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
  ...['sunday', 'dragon', 'monkey', 'shadow', 'princess', 'sunshine', 'football', 'baseball'],
  ...['superman', 'batman', 'pokemon', 'starwars', 'iloveyou', 'trustno1', 'whatever', 'freedom'],
  ...['michael', 'jennifer', 'jordan', 'hunter', 'ashley', 'charlie', 'daniel', 'thomas', 'andrew'],
  ...['robert', 'george', 'jessica', 'michelle', 'nicole', 'matthew', 'joshua', 'amanda'],
  ...['soccer', 'hockey', 'killer', 'pepper', 'ginger', 'cookie', 'cheese', 'banana', 'computer'],
  ...['internet', 'samsung', 'google', 'facebook', 'microsoft', 'windows', 'liverpool', 'chelsea'],
  ...['arsenal', 'barcelona', 'london', 'berlin', 'paris', 'mercedes', 'porsche', 'ferrari'],
  ...['diamond', 'flower', 'lovely', 'hello', 'hallo', 'bonjour', 'schatz', 'tequiero', 'teamo'],
];
