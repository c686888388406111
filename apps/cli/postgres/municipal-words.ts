/** Words of municipal papers that the general dictionary lacks: word/flags as in dictionary-lv. */
export const municipalWords = ['nekustams/WYX-'];
