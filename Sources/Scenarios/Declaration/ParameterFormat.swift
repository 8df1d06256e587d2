import Governance

/// Behavioural parameters, as nested keys: `trust: {up: 0.06}` is the parameter `trust.up`.
enum ParameterFormat {
    static let parameters = Shape<Parameters>.object(
        Text(en: "a mapping of behavioural parameters", zh: "由行为参数组成的映射"), blank: Parameters(),
        Field.nested(Parameters.all.map { ($0.key, $0) }) { parameter, key in
            .adding(key, .number(parameter.range), parameter.meaning) { value, parameters in
                parameters[keyPath: parameter.path] = value
            }
        })
}
