using GraphQL.Validation;
using GraphQL.Validation.Rules;

namespace Cwa.Graph.Engine;

/// <summary>The validation rules for documents.</summary>
internal static class DocumentRules
{
    // GraphQL.NET's rules that are looser or stricter than the specification, or do not say what is expected.
    private static readonly IReadOnlyList<Type> Replaced =
    [
        typeof(SingleRootFieldSubscriptions),
        typeof(KnownDirectivesInAllowedLocations),
        typeof(KnownFragmentNames),
        typeof(KnownArgumentNames),
        typeof(ProvidedNonNullArguments),
        typeof(ArgumentsOfCorrectType),
        typeof(UniqueInputFieldNames),
        typeof(VariablesAreInputTypes),
        typeof(DefaultValuesOfCorrectType),
        typeof(VariablesInAllowedPosition),
    ];

    /// <summary>The rules of section 5 of the specification.</summary>
    public static IReadOnlyList<IValidationRule> All { get; } =
    [
        new ExecutableRule(),
        .. DocumentValidator.CoreRules.Where(rule => !Replaced.Contains(rule.GetType())),
        new SingleRootFieldRule(),
        new KnownNamesRule(),
        new ValuesRule(),
    ];
}
