using GraphQL.Validation;
using GraphQL.Validation.Rules;

namespace Cwa.Graph.Engine;

/// <summary>What a document has to keep before it is run.</summary>
internal static class DocumentRules
{
    // Looser or stricter than the specification, or silent about what is expected.
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

    /// <summary>The specification's rules, section 5.</summary>
    public static IReadOnlyList<IValidationRule> All { get; } =
    [
        new ExecutableRule(),
        .. DocumentValidator.CoreRules.Where(rule => !Replaced.Contains(rule.GetType())),
        new SingleRootFieldRule(),
        new KnownNamesRule(),
        new ValuesRule(),
    ];
}
