using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Cwa.Graph.Tests.Answers;

/// <summary>What a compiled method calls, read from its instructions.</summary>
internal static class Calls
{
    private const BindingFlags All =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Static
        | BindingFlags.Instance
        | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>The methods and constructors that a method calls or refers to, in lambdas too.</summary>
    public static IEnumerable<MethodBase> Of(MethodBase method)
    {
        // What is written in an async method or an iterator stands in a type of its own.
        if (method.GetCustomAttribute<StateMachineAttribute>() is { } machine)
            return machine.StateMachineType.GetMethods(All).Select(DefinitionOf);
        return method.GetMethodBody()?.GetILAsByteArray() is { } il ? Read(method, il).Select(DefinitionOf) : [];
    }

    /// <summary>All methods and constructors of a type.</summary>
    public static IEnumerable<MethodBase> MembersOf(Type type) =>
        [.. type.GetMethods(All), .. type.GetConstructors(All)];

    /// <summary>The method as it is written, without the types that a caller puts in.</summary>
    public static MethodBase DefinitionOf(MethodBase method) => method.Module.ResolveMethod(method.MetadataToken)!;

    private static IEnumerable<MethodBase> Read(MethodBase method, byte[] il)
    {
        for (var at = 0; at < il.Length; )
        {
            var code = il[at] == 0xFE ? Codes[(short)(0xFE00 | il[at + 1])] : Codes[il[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineTok)
            {
                if (Resolve(method, BitConverter.ToInt32(il, at)) is { } called)
                    yield return called;
            }

            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
                _ => 4,
            };
        }
    }

    private static MethodBase? Resolve(MethodBase method, int token) =>
        method.Module.ResolveMember(
            token,
            method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null,
            method.IsGenericMethod ? method.GetGenericArguments() : null
        ) as MethodBase;
}
